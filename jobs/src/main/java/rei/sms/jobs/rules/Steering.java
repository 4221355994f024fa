package rei.sms.jobs.rules;

import java.util.regex.Pattern;

/**
 * Notices words that speak to a machine instead of to us: they are not put before one.
 */
public final class Steering {

	private static final Pattern WORDS = Pattern.compile("(?i)"
			+ "\\b(?:ignore|disregard|forget|override|bypass|ignora|olvida)\\b.{0,30}\\b(?:instructions?|rules?|prompts?|guidelines?|above|previous|prior|everything|instrucciones|reglas|anterior\\w*)\\b"
			+ "|\\b(?:system|developer|hidden|initial|your) (?:prompt|message|instructions?|mode)\\b|\\bjail ?break|\\bprompt inject"
			+ "|\\byou are (?:now )?(?:an? )?(?:helpful |unrestricted |free |different )?(?:ai|assistant|language model|chat ?gpt|gpt|dan|bot that|machine that)\\b"
			+ "|\\b(?:act|respond|answer|reply|behave) as (?:if you|an?|my|the|though)\\b|\\bpretend (?:to be|you)\\b|\\bfrom now on,? (?:you|reply|respond|answer)\\b"
			+ "|\\b(?:respond|reply|answer|output|print|return|say|write|repeat|translate|classify|label|mark)\\b.{0,20}\\b(?:only|exactly|verbatim|json|the following|this (?:message|text) as|me as|in (?:json|code|base64))\\b"
			+ "|\\b(?:ai_intent|opt_out|response_format|intent ?[=:]|role ?[=:])|\"(?:role|content|system|reply|seller|intent)\" ?:|<\\|?/?(?:im_start|im_end|system|user|assistant|s|inst)\\b|\\[/?INST\\]|###|```|\\{\\{|\\}\\}"
			+ "|\\b(?:your|the) (?:rules|training|guardrails?|policy|temperature)\\b.{0,30}\\b(?:are|is|do|off|reveal|show|tell)\\b|\\b(?:reveal|print|show|repeat|dump|output)\\b.{0,20}\\b(?:prompt|instructions?|rules)\\b");

	private Steering() {
	}

	/** Whether the words of a message try to steer a machine. */
	public static boolean in(String message) {
		return WORDS.matcher(message).find();
	}

}
