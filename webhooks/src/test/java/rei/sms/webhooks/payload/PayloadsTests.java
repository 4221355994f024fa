package rei.sms.webhooks.payload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PayloadsTests {

	private static final String FORM = "application/x-www-form-urlencoded";

	@ParameterizedTest
	@CsvSource({ "MessageSid,MESSAGE_SID", "SmsSid,MESSAGE_SID", "SmsMessageSid,MESSAGE_SID", "TextGridId,MESSAGE_SID",
			"MessageId,MESSAGE_SID", "SmsId,MESSAGE_SID", "sid,MESSAGE_SID", "id,MESSAGE_SID",
			"message_sid,MESSAGE_SID", "MESSAGE-SID,MESSAGE_SID", "_m-e_ssagesid,MESSAGE_SID", "From,FROM", "from,FROM",
			"sender,FROM", "SOURCE,FROM", "from_number,FROM", "From-Number,FROM", "FromNumber,FROM", "To,TO",
			"recipient,TO", "destination,TO", "to_number,TO", "ToNumber,TO", "Body,BODY", "message,BODY", "Text,BODY",
			"content,BODY", "MessageStatus,MESSAGE_STATUS", "SmsStatus,MESSAGE_STATUS",
			"delivery_status,MESSAGE_STATUS", "Delivery-Status,MESSAGE_STATUS", "status,MESSAGE_STATUS",
			"ErrorCode,ERROR_CODE", "ErrorMessage,ERROR_CODE", "error,ERROR_CODE", "reason,ERROR_CODE",
			"Campaign ID,CAMPAIGN", "campaign_id,CAMPAIGN", "Campaign,CAMPAIGN", "Template ID,TEMPLATE",
			"Template Record ID,TEMPLATE", "Processed By,PROCESSED_BY", "processed_by,PROCESSED_BY", "stage,STAGE",
			"ref,REF" })
	void aliasIsReadInJsonFormAndQuery(String name, Field field) {
		var encoded = name.replace(" ", "%20");
		assertThat(json("{\"" + name + "\":\"x\"}").require(field)).isEqualTo("x");
		assertThat(form(encoded + "=x").require(field)).isEqualTo("x");
		assertThat(Payloads.read(new byte[0], FORM, encoded + "=x").require(field)).isEqualTo("x");
	}

	@Test
	void bestNameAndFirstValueCount() {
		assertThat(form("text=c&message=b&Body=a").require(Field.BODY)).isEqualTo("a");
		assertThat(form("Body=&Body=first&Body=second").require(Field.BODY)).isEqualTo("first");
		assertThat(json("{\"Body\":\"\",\"Body\":null,\"message\":\"said\"}").require(Field.BODY)).isEqualTo("said");
		assertThat(Payloads.read("Body=body".getBytes(UTF_8), FORM, "Body=query").require(Field.BODY))
			.isEqualTo("body");
	}

	@Test
	void whatShowsNothingSaysNothing() {
		assertThat(json("{\"Body\":\"\\u00a0\\u200b \\ufeff\",\"message\":\"said\"}").require(Field.BODY))
			.isEqualTo("said");
	}

	@Test
	void numbersAndTruthAreReadAsTheyAreWritten() {
		var payload = json("{\"From\":17135550101,\"To\":1.7e10,\"Body\":true,\"ErrorCode\":30005}");
		assertThat(payload.phone(Field.FROM).e164()).isEqualTo("+17135550101");
		assertThat(payload.require(Field.BODY)).isEqualTo("true");
		assertThat(payload.require(Field.ERROR_CODE)).isEqualTo("30005");
	}

	@Test
	void mediaIsGatheredFromFormsAndArrays() {
		assertThat(form("MediaUrl0=a&MediaUrl1=b&NumMedia=2&MediaContentType0=image/png").media()).containsExactly("a",
				"b");
		assertThat(json("{\"media_urls\":[\"a\",null,{\"x\":1},\"b\"]}").media()).isEqualTo(List.of("a", "b"));
	}

	@Test
	void windowsTextIsReadWhenItSaysSo() {
		var body = "Body=caf%E9".getBytes(UTF_8);
		assertThat(Payloads.read(body, FORM + ";charset=ISO-8859-1", null).require(Field.BODY)).isEqualTo("café");
		assertThat(Payloads
			.read("{\"Body\":\"“yes”\"}".getBytes(Charset.forName("windows-1252")),
					"application/json; charset=\"windows-1252\"", null)
			.require(Field.BODY)).isEqualTo("“yes”");
	}

	@Test
	void jsonIsKnownByItsBraceWhateverItsTypeSays() {
		var body = "\uFEFF {\"Body\":\"x\"}".getBytes(UTF_8);
		for (var type : new String[] { FORM, "text/plain", null, "" }) {
			assertThat(Payloads.read(body, type, null).require(Field.BODY)).isEqualTo("x");
		}
	}

	@Test
	void bytesAreBounded() {
		assertThat(Payloads.bytes(new ByteArrayInputStream(new byte[64 * 1024]))).hasSize(64 * 1024);
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> Payloads.bytes(new ByteArrayInputStream(new byte[64 * 1024 + 1])))
			.matches((refusal) -> refusal.status() == HttpStatus.CONTENT_TOO_LARGE);
	}

	@Test
	void bodyThatBreaksOffIsTheSendersFault() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Payloads.bytes(new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("reset");
			}
		})).matches((refusal) -> refusal.status() == HttpStatus.BAD_REQUEST);
	}

	private static Payload json(String body) {
		return Payloads.read(body.getBytes(UTF_8), "application/json", null);
	}

	private static Payload form(String body) {
		return Payloads.read(body.getBytes(UTF_8), FORM, null);
	}

}
