package rei.sms.db.optout;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * General wordings of two kinds: those that ask for silence, and those in which the same
 * words mean something else. Each has a name that says what it read.
 */
final class Phrases {

	private static final Map<String, String> WORDS = Map.of("TEXTING",
			"(?:text|messag|contact|writ|email|mail|spam|harass|bother|bug|pester|annoy|solicit|ping|hound|badger"
					+ "|reach|blow|hit|send|sms|disturb|stalk|bombard|flood|ask|talk|try|follow|check|inquir|send)(?:ing|e|s|ed)?",
			"CALLING", "(?:call|calling|phone|phoning|ring|ringing|dial|dialing|robocalling)", "MESSAGES",
			"(?:texts?|messages?|texting|messaging|messeges|mesages|contacts?|spam|solicitations?|communications?"
					+ "|emails?|sms|correspondence|outreach|pings|notifications?)",
			"RECORD",
			"(?:number|numbers|name|info|information|contacts?|phone|cell|lists?|database|system|records?|data|details"
					+ "|rolodex|file|files|crm|directory|registry|line|digits)",
			"GAP", "(?:\\S+ ){0,3}", "ESCRIBIR",
			"(?:escrib|mand|envi|text|mensaj|contact|molest|fastid|fregu?|chingu?e|jod|acos|insist|busqu)\\w*",
			"DIRECTO", "(?:me|nos|le|les|mas|este|esta|a|al|otra|mi|mensajes?|textos?|mensajitos?)");

	static final List<Phrase> ASKS = read(
			"""
					says stop | [.,] (?:\\S+ ){0,2}(?:stop|unsubscribe|unsub|stopp+)(?: (?:please|now|it|this|thanks|thank you|ok|already|ya|asap|immediately|today|all|everything|forever|for good))*(?: [.,])* $
					opens with stop | ^ (?:please |just |ok |hey |yo |omg |wtf |um )*(?:stop|unsubscribe|stopp+) (?:[.,] |please |now |it |this |already |immediately |$)
					ends with stop | (?:please|just|said|say|saying|told you to|told you|asked you to|need you to|want you to|want this to|to|must|can you|could you|would you|you|kindly|it is time to) stop(?: [.,]| please| now| already| it| this| immediately)* $
					stop texting | \\b(?:stop|quit|cease|discontinue|halt|end|refrain from|desist from|enough with|done with|sick of|tired of|over with|through with|chill with|knock off|lay off|ease up on|cut)(?: \\S+){0,2} (?:TEXTING|MESSAGES)\\b
					stop calling | \\b(?:stop|quit|cease)(?: \\S+){0,2} CALLING\\b
					do not text | \\b(?:dont|never|not to|should not|shouldnt|must not|may not|cannot|can not|do you not|please not|not ever|no need to|prefer you not|prefer you dont|rather you not|rather you didnt|wish you would not|better not) (?:you |ever |you ever |even |keep |be |bother |try to |dare |you dare |again |please ){0,3}TEXTING(?: back)?(?: (?:me|us|my|this|here|again|anymore|any|no|ever|him|her|them|at|to|with|out|up)\\b| [.,]| $| $)
					do not call | \\b(?:dont|never) (?:you |ever |even |keep |bother |please ){0,3}CALLING (?:me |us |my |this |here ){0,3}(?:again|anymore|any more|ever|number)\\b
					do not contact | \\b(?:dont|never|no) (?:ever )?(?:contact|solicit)
					no more texts | \\b(?:no|zero|without) (?:more|further|additional|mor|new) (?:of )?(?:\\S+ ){0,2}(?:MESSAGES|TEXTING|calls)\\b
					take me off | \\b(?:take|taken|get|getting|want|wanted|leave|keep|strike|scratch|cross|cut|pull|drop|knock|wipe|kick|count)(?: \\S+){0,4} (?:off|out of|from|outta)(?: of)?(?: (?:your|this|the|that|any|all|whatever|every|each|these|there|their|my|ur|da))?(?: \\S+){0,3} (?:lists?|database|system|contacts?|records?|crm|phone|thread|blast|campaign|rotation|roster|file|files|directory|mailing|texts?)\\b
					take me off, short | \\b(?:take|strike|cross|scratch|get) (?:me|us|my \\S+|this \\S+|this) off(?: (?:please|now|thanks|immediately|asap|this|it))*(?: [.,]| $| $)
					remove me | \\b(?:remove|removed|removing|delete|deleted|deleting|erase|erased|scrub|scratch|purge|unlist|exclude|drop|omit|strike|block) (?:\\S+ ){0,1}(?:me|us|myself|GAPRECORD)\\b
					forget my number | \\b(?:lose|loose|forget|trash|toss|burn|shred|ditch|throw away|throw out|discard|unlearn|misplace|get rid of|clear|wipe|dump|delete|erase|remove) (?:my|this|the|our|that|his|her|dis|these|all)(?: \\S+){0,2} RECORD\\b
					be removed | \\b(?:be|been|get|want) (?:\\S+ )?(?:removed|deleted|taken off|unsubscribed|opted out|left off|excluded|off (?:the|this|your|that))
					opt out | \\b(?:opt(?:ing|ed|s)?(?: \\S+)? out|optout|unsub\\S*|unsuscribe\\S*|unsuscrib\\S*|desuscri\\S*|opt - out)\\b
					dnc | ^ (?:dnc|do not contact)\\b
					leave me alone | \\bleave (?:me|us|my \\S+|him|her|them|people|this \\S+|folks|old people|a \\S+|an \\S+)(?: \\S+){0,2} (?:alone|be|b|in peace|the hell alone|tf alone)\\b
					let me be | \\blet (?:me|us|my \\S+|an? \\S+ \\S+) (?:be|rest|live|alone|grieve in peace|have (?:some |my )?peace)(?: in peace)?(?: [.,]| $| $)
					go away | \\b(?:go away|get lost|buzz off|piss off|fuck off|fuckoff|screw off|bug off|bugger off|sod off|shove off|back off|kick rocks|take a hike|get bent|gtfo|stfu|go kick|pound sand|scram|f off|eff off|off with you|hit the road|get out of my (?:phone|texts|inbox|life)|out of my (?:phone|inbox|life)|go bother|go pester|bother somebody else|bother someone else|go fuck|fuck right off|jog on|beat feet|leave now|vanish|disappear)\\b
					no consent | \\b(?:(?:dont|not|no|never|without)(?: \\S+){0,2} (?:consent|permission|authori[sz]ed?|agree to (?:this|these|get|receiv))|(?:revok|withdraw|rescind|cancel)\\S*(?: \\S+){0,3} (?:consent|permission)|consent (?:is )?(?:revoked|withdrawn))\\b
					want no texts | \\b(?:dont|do nt|not|never|no longer|didnt|dont ever|no desire to|no wish to|rather not) (?:\\S+ )?(?:want|need|care for|like|wish|appreciate|care to|asked for|ask for|sign up for|welcome|hear|be hearing|receive|get|getting)(?: \\S+){0,4} (?:TEXTING|MESSAGES|hear from|from you|contacted|texted|messaged|bothered|solicited|disturbed)\\b
					never hear from you | \\b(?:never|dont|not|nothing|last time|last thing)(?: \\S+){0,4} (?:hear|see|hearing)(?: \\S+){0,3} (?:from you|from your|your (?:number|name|texts?|messages?)|from this|your people)\\b
					told you already | \\b(?:i|we|already|ive|have|second|third|how many times|times|last)(?: \\S+){0,3} (?:told|asked|said|requested|tell|ask|say|texted|wrote|sent)(?: \\S+){0,3} (?:to )?(?:stop|quit|remove|unsubscribe|leave|take me|not to|no more)\\b
					text again and | \\b(?:(?:text|message|contact|bother|write|hear from|get)(?: \\S+){0,4} (?:again|one more|another|1 more|once more)|(?:one more|another|1 more|next|any further|any more|keep|ever) (?:text|texting|message|messaging|contact|time|spam))\\S*(?: \\S+){0,4} (?:and|ill|im|i|will|gets|get|goes|we|my|you|its|or)\\b
					final warning | \\b(?:final|last|only) (?:warning|notice|chance|time i|time im)\\b
					blocked | \\b(?:block(?:ed|ing)|blockd|reported as spam|marking (?:this|you) as (?:spam|junk)|reporting (?:this|you) as (?:spam|junk)|bloqu\\S+|blocked and reported|gonna block|going to block|will block|ill block|block you)\\b
					cut it out | \\b(?:knock it off|cut it out|give it a rest|give it up already|cut the crap|enough already|enough is enough|thats enough|give me a break already|drop it|cease and desist|no contact|lose this thread|end this (?:thread|conversation|chat)|end the (?:texts|conversation)|we are done here|were done here|im done (?:with|talking)|conversation (?:is )?over)\\b
					discontinue | \\b(?:please|kindly|immediately) (?:discontinue|desist|cease|refrain)\\b
					off limits | \\b(?:this (?:number|phone|line) is (?:not for|for family|for work|private|off limits|for emergencies)|off limits|not (?:a )?welcome|unwanted|unsolicited|nobody asked|invasion of privacy)\\b
					no me escriba | \\b(?:no|ya no|nunca|jamas|ni|tampoco|dejen|deje|deja|dejes)(?: (?:me|nos|le|les|mas|vuelva|vuelvas|vuelvan|quiero|quiere|a|que|se|sigan|siga|sigas|este|esten|andes|anden|ande|haga|favor|por|te|por favor|hay|intente|intentes|desea|deseo|recibir|necesito|sus|tus|estos|esos|ese|este))* ESCRIBIR\\b
					deje de escribir | \\b(?:dej|par|ces|bast|termin|dejar|cort|suspend|evit)\\w* (?:ya )?(?:de |con )?(?:andar |estar |tanto |tantos |los |sus |tus |la )?(?:ESCRIBIR|llam\\w+|mensaj\\w+|textos?|acos\\w+|insistir|chingaderas|molesta\\w+)\\b
					borre mi numero | \\b(?:borr|quit|elimin|sac|saqu|remuev|remov|olvid|suprim|tach|bot|tir|pierd|retir)\\w* (?:\\S+ ){0,3}(?:numero|nombre|listas?|telefono|datos|contactos?|celular|informacion|base de datos|registros?|aqui|num|cel)\\b
					dejeme en paz | \\b(?:dej\\w+|dame|denos|denme|deme|vivir|quiero|quedarme|dejar) (?:me |nos |a mi \\S+ |a \\S+ |estar |vivir |ya |por favor |un poco de |tranquil\\w+ |de ){0,3}(?:en paz|tranquil\\w+|paz|quiet\\w+|solo|sola|solos)\\b
					basta | ^ (?:ya |you |por favor |que |pues |no )*(?:basta|alto|pare|paren|parale|parenle|parar|para ya|parele|detengase|detenganse|suficiente|cancelar|cancele|cancelen|cancelame|desuscribir\\w*|desinscrib\\w*|dar de baja|darme de baja|stop)(?: (?:ya|por favor|you|con|de|esto|eso|porfa|gracias|please|los|estos|favor))*(?: [.,]| $)
					de baja | \\b(?:d[ae]\\w* de baja|me den de baja|dar de baja|darse de baja|darme de baja|quiero (?:la )?baja)\\b
					no mas mensajes | \\b(?:no mas|no quiero(?: \\S+){0,3}|no deseo(?: \\S+){0,3}|ya no(?: \\S+){0,3}|cero|ni un|ningun) (?:mensajes?|textos?|mensajitos?|llamadas|spam|contacto|recibir|sms|saber de (?:ti|usted|ustedes)|que me (?:escriban?|texteen?|manden?|contacten?|molesten?))\\b
					largate | \\b(?:largate|larguense|larguese|vayanse|vayase (?:a|al)|vete (?:a|al)|chinga\\w* (?:a )?tu|pudrete|desaparece|desaparezcan?|pierdete|pierdanse|no jodas?|no chingu?en?|no manches ya|fuera de mi)\\b
					no autorizo | \\b(?:no (?:autorizo|doy permiso|di permiso|autorice|consiento|le di permiso|tienen? permiso)|sin mi (?:permiso|autorizacion|consentimiento)|retiro mi|revoco)\\b
					last word stop | (?<!\\b(?:a|the|bus|truck|pit|rest|full|non|train|tram|metro|one|school|shuttle|next|last|cant|wont|dont|didnt|not|never|to|will|your|my|our|this|that|trolley|subway) )\\b(?:stop|unsubscribe)(?: [.,])* $
					first word stop | ^ (?:stop|unsubscribe) (?!by|in|over|at|off|signs?|light)
					take it off | \\b(?:remove|delete|erase|scratch|strike|destroy|wipe|ditch|toss|lose|unlist|burn|retire|forget|purge) (?:it|this|that|these|them|both|all of (?:it|this|them)|everything)(?: (?:off|out|now|please|at once|today|immediately|asap|thx|thanks|ok|completely|permanently|from \\S+(?: \\S+){0,2}|all|right now))*(?: [.,]| $| $)
					take it out | \\b(?:take|get|leave|keep|strike|rub|cross|scratch) (?:it|this|that|me|us|mine|ours|my \\S+|our \\S+)(?: \\S+){0,2} (?:off|out|outta|away)\\b
					remove, alone | [.,] (?:please |just |now |so )?(?:remove|delete|erase|eliminate|eliminar|borrar|quitar|remov|remve)(?: (?:please|now|thanks|at once|immediately|ok|asap|por favor))*(?: [.,])* $
					no more | \\bno mor(?:e|r)?(?: (?:of (?:this|these|that|them|your \\S+)|please|ok|thanks|thank you|now|from you|to (?:me|this \\S+)))*(?: [.,]| $| $)
					the last one | \\b(?:let|make|be|hope|this is|that is|thats|better be|should be|will be|is)(?: \\S+){0,3} (?:the |your |my |our )?last (?:one|text|message|time|word|reply|of (?:it|these|this|them)|contact|communication|warning|i hear)\\b
					stay away | \\b(?:stay|keep|get|back) (?:away|off|out|clear)(?: (?:of|from))? (?:it|me|us|my|this|our|his|her|mine|the)\\b
					do not call list | \\b(?:add|put|place|stick|get|include|register)(?: \\S+){0,3} (?:to|on|in|onto)(?: \\S+){0,2} (?:do not|dnc|dont|no|not) ?(?:call|contact|text|list|solicit)
					stop the service | \\b(?:stop|end|cancel|discontinue|terminate)(?: \\S+){0,1} (?:service|subscription|this|these|those|all of (?:this|it|these)|program|alerts|notifications?)(?: [.,]| please| thank| thanks| now| already| immediately| $)
					quit it | \\b(?:quit|stop|drop|end|cease) (?:it|this|that|already|this (?:nonsense|crap|bs|mess|shit|stuff)|the (?:nonsense|crap|bs|spam|madness|games|harassment))(?: [.,]| $| $|\\b (?:now|please|already|or|w|with|immediately))
					hit me up no more | \\b(?:dont|stop|quit|never|no) (?:hmu|hit(?:ting)? (?:me|us|my|this))
					never again | \\b(?:never|not ever|dont ever|dont) (?:\\S+ ){0,3}(?:again|anymore|any more|another (?:text|message|word|one))(?: [.,]| $| $)
					spare me | \\b(?:spare (?:me|us|my|yourself)|save your (?:thumbs?|breath|texts?|time|fingers)|find (?:another|someone|some) (?:\\S+ )?(?:number|one|person|else|body)|unfollow|ghost me|lose interest in me|un ?get me|un ?friend)\\b
					if you keep on | \\b(?:if|next|keep|another|again|si)(?: \\S+){0,5} (?:texting|messaging|contacting|text|message|texto|mensaje|escrib\\w+|mand\\w+|siguen?|sigues|insist\\w+)(?: \\S+){0,8} (?:police|cops|lawyer|attorney|sue|suing|report|reporting|court|fcc|restraining|policia|abogado|demand\\w+|denunc\\w+|reportar)\\b
					police if you keep on | \\b(?:police|cops|lawyer|attorney|sue|report|court|fcc|restraining|policia|abogado|demand\\w+|denunc\\w+|reportar)(?: \\S+){0,6} (?:if|next|keep|again|si|otra|vuelv\\w+)(?: \\S+){0,5} (?:texting|messaging|contacting|text|message|contact|texto|mensaje|escrib\\w+|mand\\w+|esto|siguen?|sigues|this|insist\\w+)\\b
					quiteme | \\b(?:quit|kit|borr|elimin|sac|saqu|sak|remuev|remov|salg|bot|tach|desuscrib|desinscrib)\\w{0,3}(?:me|melo|melos|nos|lo|los)\\b(?! (?:que|de trabajar))
					quiten me | \\b(?:quit|kit|borr|elimin|sac|saqu|sak|remuev)(?:en|e|a|an|ar) (?:me|este|esta|mi|a mi|ese|el)\\b
					no insistan | \\b(?:no|ya no|dejen de|deje de|deja de|deje ya de|dejen ya de) (?:me |nos |ya |mas |vuelvan? a |vuelvas a |sigan? |sigas? |este |esten? |andar |anden? |ande )*(?:insist\\w+|molest\\w+|jod\\w+|ching\\w+|fregar|frieg\\w+|texe\\w+|texte\\w+|manden?|mandar\\w*|escrib\\w+|llamen|busquen|contacten?|enviar\\w*|envien?|acos\\w+)\\b
					parele | \\b(?:parale|parele|parenle|parenla|parala|ya parale|ya stuvo|ya estuvo|ya basta|basta ya|ya dejen|ya deje|ya deja|ya dejenme|alto ya|ya alto|no mas [.,]|no mas $)
					""");

	static final List<Phrase> GUARDS = read(
			"""
					stop by | \\b(?:stop|stopped|stopping|stops) (?:by|in|over|at|off|through|from|payin\\S*|paying|being|for|thinking|working|the (?:listing|sale|foreclosure|bleeding|auction|bank|process|leak|eviction)|making|having|throwing|worrying|living|carrying|losing|playing|beating|dreaming|wondering|laughing|crying|smoking|drinking|lowballing|raining|when|once|until|till|traffic|sign|light|lights|signs)\\b
					a stop | \\b(?:a|the|bus|truck|pit|rest|full|non|train|metro|tram|door|one|1|school|shuttle|next|last|first|light rail|dart|whistle|short|short -|trolley|subway|cant|cannot|can not|couldnt|couldn t|wont|didnt|doesnt|never|wouldnt|will not|nothing|what(?:s)? to|whats) ,? ?stop
					not stop | \\b(?:dont|didnt|wasnt|not|never|did not|was not|wont|please dont|no|nobody|isnt|aint)(?: \\S+){0,3} (?:stop|remove|unsubscribe|opt out|opting out|take me off|delete|unsub|quit texting|mean)\\b
					other channel | \\b(?:text|texts|texting|message|messages|email|emails|txt|writing|written|mail|texto|textos|mensaje|mensajes|call|calling|calls|facebook|whatsapp)(?: \\S+){0,3} (?:instead|only|is (?:fine|ok|okay|better|best|good|easier|preferred|cool|great)|are (?:fine|ok|okay|better)|works?|me instead|nomas|solamente|mejor|esta bien|si|solo)\\b
					text me rather | \\b(?:dont|no|stop|never|not|quit)(?: \\S+){0,3} (?:call|calling|calls|llame|llames|llamen|llamar|phone|ring|email|emails|voicemails?|voicemail)(?: \\S+){0,3} [.,]? ?(?:\\S+ )?(?:just |only |please |better |mejor |solo |send |mande |mandeme |mandame )?(?:text|txt|texting|message|messaging|texto|textos|mensaje|mensajes|escriba|escribame|escribeme|texteeme|texteame|textee)\\b
					at another hour | \\b(?:before|after|until|till|while|during|past|antes|despues|hasta|mientras|at (?:work|night|this hour|church|school|dinner)|this late|so late|this early|so early|late at night|in the middle of the night|on (?:sundays?|saturdays?|weekends?)|tan tarde|tan temprano|from \\d|between)\\b
					for now | \\b(?:for now|for today|for tonight|for a bit|for a while|right now|till \\S+|por ahora|por hoy|try me|hit me up|get back to me|check back|call me|reach out) ?(?:later|again|in|at|next|after|on|when|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[.,]|$)
					said of others | \\b(?:tenants?|brother|sister|husband|wife|neighbors?|neighbou?rs?|mother|mom|dad|father|son|daughter|cousin|agent|realtor|lawyer|landlord|he|she|they|guy|lady|kids?|inquilinos?|hermano|esposo|esposa)(?: \\S+){0,2} (?:told|asked|said|texted|wants?|dijo|pidio|say|says|quit|stopped|removed|blocked)\\b
					remove a thing | \\b(?:remove|removed|removing|cancel|cancelled|canceled|cancel(?:l)?ing|end|ended|ending|delete|deleted|quit|drop|dropped|take|took|clear|get rid of|erase|lose|losing|stop|quitar|cancelar|sacar|leave|leaving)(?: \\S+){0,2} (?:tree|trees|carpet|tenants?|furniture|junk|trash|stuff|wall|walls|fence|shed|pool|lien|liens|listing|contract|appointment|job|jobs|lease|house|home|roof|debris|mold|asbestos|deck|car|cars|appliances?|it off the market|off the market|month|year|week|may|june|july|summer|day|street|road|price|amount|business|inspection|clause|contingency|that|market|money|sleep|hope)\\b
					quite | \\b(?:quite|end of|ends? (?:at|in|on)|dead end|weekend|the end|year end|open end|high end|low end|end up|ended up|east end|west end|south end|north end|week end|on your end|on my end|our end)\\b
					opt for | \\bopt(?:ed|ing)? (?:for|to|in)\\b
					""");

	private Phrases() {
	}

	private static List<Phrase> read(String table) {
		return table.lines().map((line) -> {
			int bar = line.indexOf(" | ");
			return new Phrase(line.substring(0, bar), Pattern.compile(spell(line.substring(bar + 3))));
		}).toList();
	}

	private static String spell(String wording) {
		return WORDS.entrySet()
			.stream()
			.sorted(Map.Entry.<String, String>comparingByKey().reversed())
			.reduce(wording, (text, word) -> text.replace(word.getKey(), word.getValue()), (one, other) -> other);
	}

	static List<String> named(List<Phrase> phrases, String clauses) {
		return phrases.stream()
			.filter((phrase) -> phrase.wording().matcher(clauses).find())
			.map(Phrase::name)
			.collect(Collectors.toUnmodifiableList());
	}

	/** One general wording, matched anywhere in a message's clauses. */
	record Phrase(String name, Pattern wording) {
	}

}
