package rei.sms.webhooks;

import java.util.List;
import java.util.Objects;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

import rei.sms.db.inbox.DeliveryReceipt;
import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Inbox;
import rei.sms.db.inbox.OutboundEcho;
import rei.sms.db.inbox.Staged;

/** One group commit a webhook, and the filter that reads for all three. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ WebhookProperties.class, OptOutProperties.class })
class WebhookConfiguration {

	@Bean
	GroupCommit<InboundMessage, Kept> inboundCommit(WebhookProperties properties, InboundGroup group,
			Rehearsal rehearsal) {
		return new GroupCommit<>("inbound", properties.limits(), rehearsal.apart(InboundMessage::sid, group::stage),
				WebhookConfiguration::blamesItem);
	}

	@Bean
	GroupCommit<OutboundEcho, Staged> outboundCommit(WebhookProperties properties, Inbox inbox, Rehearsal rehearsal) {
		return new GroupCommit<>("outbound", properties.limits(), rehearsal.apart(OutboundEcho::sid, (echoes) -> {
			var staged = inbox.stageEchoes(echoes);
			return echoes.stream().map((echo) -> Objects.requireNonNull(staged.get(echo.sid()))).toList();
		}), WebhookConfiguration::blamesItem);
	}

	@Bean
	GroupCommit<DeliveryReceipt, DeliveryReceipt> deliveryCommit(WebhookProperties properties, Inbox inbox,
			Rehearsal rehearsal) {
		return new GroupCommit<>("delivery", properties.limits(), rehearsal.apart(DeliveryReceipt::sid, (receipts) -> {
			inbox.stageReceipts(receipts);
			return receipts;
		}), WebhookConfiguration::blamesItem);
	}

	@Bean
	FilterRegistrationBean<PayloadFilter> payloadFilter(WebhookProperties properties) {
		var filter = new FilterRegistrationBean<>(new PayloadFilter(properties.signature()));
		filter.setUrlPatterns(List.of("/inbound", "/outbound", "/delivery", "/delivery/", "/status"));
		return filter;
	}

	/** Who asks whether we are well sends us texts once we say so. */
	@Bean
	@ConditionalOnWebApplication
	FilterRegistrationBean<WarmFilter> warmFilter(WarmUp warmUp) {
		var filter = new FilterRegistrationBean<>(new WarmFilter(warmUp));
		filter.setUrlPatterns(List.of("/health"));
		return filter;
	}

	/**
	 * A database that is away is nobody's fault: asking it once for each would only take
	 * longer.
	 */
	private static boolean blamesItem(RuntimeException failure) {
		return !(failure instanceof DataAccessResourceFailureException || failure instanceof TransactionException);
	}

}
