package rei.sms.webhooks;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import rei.sms.db.inbox.Staged;

/** That a message is kept, under which id, and whom it belongs to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Acknowledgement(String status, @JsonProperty("conversation_id") UUID conversationId,
		@JsonProperty("linked_to") @Nullable String linkedTo) {

	static Acknowledgement of(Staged staged) {
		return staged.request().isStop() ? new Acknowledgement("optout", staged.conversationId(), null)
				: new Acknowledgement("ok", staged.conversationId(), staged.linkedTo().word());
	}

}
