package rei.sms.jobs.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.jobs.rules.ReplyFacts.Concern;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left to a person, each with sentences that look like it and are not. */
class ConcernsTests {

	@ParameterizedTest
	@ValueSource(strings = { "My husband passed away last week. Please be kind", "dad died tuesday im handling things",
			"she passed in march", "we just buried my mother", "I lost my wife in october, not thinking about houses",
			"sorry the owner is deceased", "mi mamá falleció la semana pasada",
			"acabamos de perder... mi esposo murió ayer", "we are planning the funeral right now",
			"my late brother lived there", "estamos de luto señor", "My mom passed and I am not ready to talk",
			"Grandpa is dead. who are you", "my dad is in hospice, its not a good time",
			"perdimos a nuestro hijo este mes", "he just died and you people want to talk about a house?!" })
	void aDeathThatIsMourned(String message) {
		assertThat(Concerns.in(message)).contains(Concern.BEREAVEMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "my late husband left it to me, what's your offer",
			"Mom passed away and we want to sell the house", "my dad died in 2009 and left me this place",
			"she passed away ten years ago, I own it now", "we passed on the last offer", "it passed inspection",
			"I passed by it yesterday", "the deal died", "my phone died sorry", "that roof is dead",
			"dead serious about selling", "over my dead body", "late on the mortgage", "I'm buried in debt",
			"next to the funeral home", "inherited it from my aunt",
			"mi papá falleció, quiero vender la casa. cuánto dan", "lost my job in march", "we lost our tenant",
			"the water heater died", "he passed the message along to me",
			"murio hace muchos anos mi abuela, yo la cuido", "uncle died, 180k takes it" })
	void noDeathThatIsMourned(String message) {
		assertThat(Concerns.in(message)).doesNotContain(Concern.BEREAVEMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "im 12 years old", "I am only 9 and this is moms phone", "this is my moms phone",
			"im a kid lol", "I'm in 7th grade dude", "im just a minor", "my mommy is sleeping", "im 14",
			"tengo 11 años señor", "soy una niña", "mi mamá no está en casa", "es el celular de mi papá",
			"i have my dads phone", "im in middle school", "my mom said im not allowed to talk to you" })
	void aChildOnThePhone(String message) {
		assertThat(Concerns.in(message)).contains(Concern.MINOR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "im 17 days behind on the note", "the house is 12 years old", "my kids are 12 and 14",
			"I have three kids here", "my mom owns it, let me ask her", "im 71 years old", "im 65",
			"roof is 9 years old", "near the high school", "my son is 16 years old", "tengo 12 años viviendo aquí",
			"im in a meeting", "mom's not here right now, she's in Dallas till Monday", "I am 5 minutes away",
			"the kid in the back unit moves in June", "im 10 min from there and can meet you" })
	void noChild(String message) {
		assertThat(Concerns.in(message)).doesNotContain(Concern.MINOR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fuck you", "go to hell", "you people are vultures", "I'm sick of your texts",
			"how dare you text me", "shame on you", "are you stupid?", "your offer is an insult", "you make me sick",
			"im so pissed right now", "you guys are a bunch of crooks", "what is wrong with you", "ya me tienen harta",
			"son unos rateros", "estoy cansado de sus mensajes", "vete al diablo", "chinga tu madre",
			"que poca vergüenza", "screw you guys", "tired of getting these texts every day", "u r scum",
			"Kiss my foot", "that number is a slap in the face" })
	void angerAtUs(String message) {
		assertThat(Concerns.in(message)).contains(Concern.ANGER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "damn good price", "hell yes lets do it", "im sick of this house", "tired of the tenants",
			"my idiot tenant broke the door", "the roof is shit", "not interested", "no!!!",
			"its a piece of crap house lol", "im tired, call me tomorrow", "are you serious? 300k?",
			"YES I WOULD LIKE TO SELL", "that neighbor is a jerk", "thats crazy money", "my ex is a liar",
			"I was sick last week", "estoy cansado de la casa", "no me interesa gracias", "the bank people are crooks",
			"are you crazy busy today? call me", "what the heck lets talk" })
	void noAngerAtUs(String message) {
		assertThat(Concerns.in(message)).doesNotContain(Concern.ANGER);
	}

}
