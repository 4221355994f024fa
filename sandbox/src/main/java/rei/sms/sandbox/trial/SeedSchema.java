package rei.sms.sandbox.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.FieldSpec;
import rei.sms.sandbox.airtable.FieldType;
import rei.sms.sandbox.airtable.TableSpec;

import static rei.sms.sandbox.airtable.FieldSpec.autoNumber;
import static rei.sms.sandbox.airtable.FieldSpec.checkbox;
import static rei.sms.sandbox.airtable.FieldSpec.date;
import static rei.sms.sandbox.airtable.FieldSpec.dateTime;
import static rei.sms.sandbox.airtable.FieldSpec.formula;
import static rei.sms.sandbox.airtable.FieldSpec.link;
import static rei.sms.sandbox.airtable.FieldSpec.longText;
import static rei.sms.sandbox.airtable.FieldSpec.lookup;
import static rei.sms.sandbox.airtable.FieldSpec.number;
import static rei.sms.sandbox.airtable.FieldSpec.select;
import static rei.sms.sandbox.airtable.FieldSpec.text;

/**
 * The authoritative schema: every table, field, option, link and alias.
 */
public final class SeedSchema {

	private static final String[] STAGES = { "STAGE 1 - OWNERSHIP CONFIRMATION", "STAGE 2 - INTEREST FEELER",
			"STAGE 3 - PRICE QUALIFICATION", "STAGE 4 - PROPERTY CONDITION", "STAGE 5 - MOTIVATION / TIMELINE",
			"STAGE 6 - OFFER FOLLOW UP", "STAGE 7 - CONTRACT READY", "STAGE 8 - CONTRACT SENT",
			"STAGE 9 - CONTRACT FOLLOW UP", "OPT OUT", "DNC" };

	private static final String[] MARKETS = { "Los Angeles, CA", "Tampa, FL", "Charlotte, NC", "Miami, FL",
			"Minneapolis, MN", "Jacksonville, FL", "Houston, TX" };

	private static final String[] DELIVERY = { "QUEUED", "SENT", "DELIVERED", "FAILED", "UNDELIVERED", "OPT OUT" };

	private SeedSchema() {
	}

	/**
	 * The stage's option, counted from 1.
	 */
	public static String stage(int number) {
		return STAGES[number - 1];
	}

	/**
	 * The bases that hold all tables; equal ids are one base.
	 */
	public static List<BaseSpec> bases(String leads, String performance, String control) {
		var tables = new LinkedHashMap<String, List<TableSpec>>();
		tables.computeIfAbsent(leads, (_) -> new ArrayList<>()).addAll(leadsAndConversations());
		tables.computeIfAbsent(performance, (_) -> new ArrayList<>()).add(kpis());
		tables.computeIfAbsent(control, (_) -> new ArrayList<>()).addAll(List.of(numbers(), optOuts()));
		return tables.entrySet()
			.stream()
			.map((base) -> new BaseSpec(base.getKey(), "Sandbox " + base.getKey(), base.getValue()))
			.toList();
	}

	/**
	 * The tables of the base of leads and conversations.
	 */
	public static List<TableSpec> leadsAndConversations() {
		return List.of(conversations(), leads(), campaigns(), templates(), prospects(),
				TableSpec.of("Deals", autoNumber("Deal ID"), text("Name")),
				TableSpec.of("Notifications", autoNumber("Notification ID"), text("Name")),
				TableSpec.of("Drip Queue", autoNumber("Drip ID"), text("Name")));
	}

	private static TableSpec conversations() {
		return TableSpec.of("Conversations", autoNumber("Conversation ID"), select("Stage", STAGES),
				select("Processed By", "Campaign Runner", "Autoresponder", "AI: Phi-3 Mini", "AI: Phi-3 Medium",
						"AI: GPT-4o", "AI: Mistral 7B", "AI: Gemma 2", "Manual / Human"),
				select("Intent Detected", "Positive", "Neutral", "Delay", "Reject", "DNC"),
				select("Direction", "INBOUND", "OUTBOUND"), select("Delivery Status", DELIVERY),
				select("AI Intent", "intro", "who_is_this", "how_got_number", "interest_detected", "ask_price",
						"offer_discussion", "motivation_detected", "condition_question", "not_interested",
						"wrong_number", "delay", "neutral", "other", "timeline_question"),
				text("TextGrid Phone Number"), text("TextGrid ID"), text("Template Record ID"),
				text("Seller Phone Number"), text("Prospect Record ID"), text("Lead Record ID"),
				link("Campaign Record ID", "Campaigns", "Conversations (Campaign Record ID)"), number("Sent Count"),
				number("Reply Count"), longText("Message Summary (AI)"), longText("Message"),
				link("Template", "Templates", "Conversations"),
				link("Prospects", "Prospects", "Conversations (Prospects)"),
				link("Prospect", "Prospects", "Conversations"), link("Lead", "Leads", "Conversations"),
				lookup("Lead Status (from Lead)", "Lead", "Lead Status"),
				link("Campaign", "Campaigns", "Conversations"), number("Response Time (Minutes)"),
				formula("Record ID", "RECORD_ID()"), dateTime("Received Time"), dateTime("Processed Time"),
				dateTime("Last Sent Time"), dateTime("Last Retry Time"), checkbox("AI Response Trigger"));
	}

	private static TableSpec leads() {
		return TableSpec.of("Leads", autoNumber("Lead ID"), link("Campaigns", "Campaigns", "Associated Leads"),
				link("Conversations", "Conversations", "Lead"), link("Deals", "Deals", "Leads"),
				number("Delivered Count"), number("Failed Count"), dateTime("Last Activity"),
				select("Last Delivery Status", DELIVERY), select("Last Direction", "OUTBOUND", "INBOUND"),
				dateTime("Last Inbound"), longText("Last Message"), dateTime("Last Outbound"),
				select("Lead Status", "NEW", "CONTACTED", "ACTIVE COMMUNICATION", "LEAD FOLLOW UP", "WARM COMPS?",
						"MAKE OFFER", "OFFER FOLLOW UP", "UNDER CONTRACT", "DISPOSITION STAGE", "IN ESCROW",
						"CLOSING SET", "DEAD"),
				text("Phone"), link("Prospect", "Prospects", "Leads"), number("Reply Count"),
				number("Response Time (Minutes)"), number("Sent Count"),
				lookup("Market (from Prospect)", "Prospect", "Market"),
				lookup("Address (from Prospect)", "Prospect", "Property Address"),
				lookup("City (from Prospect)", "Prospect", "Property City"),
				lookup("State (from Prospect)", "Prospect", "Property State"),
				lookup("Zip (from Prospect)", "Prospect", "Property Zip"), text("Source"),
				formula("Record ID", "RECORD_ID()"));
	}

	private static TableSpec campaigns() {
		return TableSpec.of("Campaigns", autoNumber("Campaign ID"), text("Name"),
				select("Status", "Draft", "Scheduled", "Running", "Paused", "Completed"), select("Market", MARKETS),
				text("View/Segment"), text("Campaign Name"), number("Total Sent"), number("Total Replies"),
				number("Total Opt Outs"), number("Total Offers"), number("Total Leads"), number("Total Failed"),
				number("Total Deals"), number("Total Contacts"), longText("Last Run Result"),
				link("Templates", "Templates", "Campaigns"), link("Prospects", "Prospects", "Campaigns"),
				link("Notifications", "Notifications", "Campaigns"), link("Drip Queue", "Drip Queue", "Campaigns"),
				link("Deals", "Deals", "Campaigns"), link("Conversations", "Conversations", "Campaign"),
				link("Associated Leads", "Leads", "Campaigns"), dateTime("Start Time"), dateTime("Last Run At"),
				dateTime("End Time"));
	}

	private static TableSpec templates() {
		return TableSpec.of("Templates", autoNumber("Template ID"), text("Name"), text("Internal ID"),
				select("Stage", STAGES),
				select("Category", "Intro", "Positive", "Negative", "Opt-Out", "Price Check", "Delay", "Closing",
						"Wrong Number", "Not Owner", "Buyer", "Misc Request", "Internal Reminder", "Internal Document",
						"Delay / Retry"),
				longText("Message"), number("Total Sent"), number("Total Replies"),
				formula("Performance", "{Total Sent} & ' sent, ' & {Total Replies} & ' replies'"),
				link("Campaigns", "Campaigns", "Templates"), link("Conversations", "Conversations", "Template"));
	}

	private static TableSpec prospects() {
		return TableSpec
			.of("Prospects", text("Name"), text("Owner First Name"), text("Owner Last Name"),
					FieldSpec.of("Phone 1", FieldType.PHONE_NUMBER), FieldSpec.of("Phone 2", FieldType.PHONE_NUMBER),
					text("Property Address"), text("Property City"), text("Property State"), text("Property Zip"),
					select("Market", MARKETS),
					select("Status", "Unmessaged", "Queued", "Messaged", "Replied", "Owner Verified", "Not Interested",
							"Lead Created", "Follow Up", "Opt-Out"),
					select("Stage", STAGES), text("Source List"), checkbox("Opt Out?"), text("TextGrid Phone Number"),
					link("Campaigns", "Campaigns", "Prospects"), link("Conversations", "Conversations", "Prospect"),
					link("Leads", "Leads", "Prospect"), dateTime("Last Activity"), number("Reply Count"),
					number("Send Count"))
			.view("Houston owners", "{Market} = 'Houston, TX'")
			.view("Charlotte owners", "{Market} = 'Charlotte, NC'");
	}

	private static TableSpec numbers() {
		return TableSpec.of("Numbers", text("TextGrid Phone Number"), select("Market", MARKETS),
				select("Status", "Active", "Paused"), number("Daily Limit"), number("Sent Today"),
				number("Delivered Today"), number("Failed Today"), number("OptOut Today"), number("Sent Total"),
				number("Delivered Total"), number("Failed Total"), number("OptOut Total"), number("Remaining"),
				dateTime("Last Used"));
	}

	private static TableSpec optOuts() {
		return TableSpec.of("Opt-Outs", text("Phone"),
				select("Source", "Campaign", "Autoresponder", "AI Response", "Manual"), longText("Original Message"),
				dateTime("Opt-Out Date"));
	}

	private static TableSpec kpis() {
		return TableSpec.of("KPIs", text("Name"), text("Metric"), number("Value"), text("Campaign"), text("Market"),
				date("Date Start"), date("Date End"), select("Period", "Daily", "Weekly", "Monthly"),
				dateTime("Timestamp"));
	}

}
