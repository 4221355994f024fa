package rei.sms.jobs.airtable;

/** A table that the engine knows. */
public enum Table {

	CONVERSATIONS(Base.LEADS_CONVOS, "Conversations", "CONV"), LEADS(Base.LEADS_CONVOS, "Leads", "LEAD"),
	PROSPECTS(Base.LEADS_CONVOS, "Prospects", "PROSPECT"), CAMPAIGNS(Base.LEADS_CONVOS, "Campaigns", "CAMPAIGN"),
	TEMPLATES(Base.LEADS_CONVOS, "Templates", "TEMPLATE"), NUMBERS(Base.CAMPAIGN_CONTROL, "Numbers", "NUMBER"),
	KPIS(Base.PERFORMANCE, "KPIs", "KPI"), OPT_OUTS(Base.CAMPAIGN_CONTROL, "Opt-Outs", "OPTOUT");

	private final Base base;

	private final String usualName;

	private final String prefix;

	Table(Base base, String usualName, String prefix) {
		this.base = base;
		this.usualName = usualName;
		this.prefix = prefix;
	}

	/** The base that holds it. */
	public Base base() {
		return this.base;
	}

	/** Its name unless the team renamed it. */
	public String usualName() {
		return this.usualName;
	}

	/** What the names of its field overrides begin with. */
	public String prefix() {
		return this.prefix;
	}

	/** How much the engine needs it: it runs without the other bases and only says so. */
	Need need() {
		return switch (this) {
			case CONVERSATIONS, LEADS, PROSPECTS, CAMPAIGNS, TEMPLATES -> Need.KEY;
			case NUMBERS, KPIS -> Need.USUAL;
			case OPT_OUTS -> Need.OPTIONAL;
		};
	}

}
