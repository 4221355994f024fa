package rei.sms.webhooks;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands for the engine's other routes, and answers what is left of the query. */
@RestController
class TestRoutes {

	@RequestMapping({ "/ping", "/health", "/ops", "/ops/{*rest}", "/jobs/{job}", "/cron/all", "/messages", "/metrics",
			"/conversations/{id}" })
	String answer(jakarta.servlet.http.HttpServletRequest request) {
		return "query=" + request.getQueryString();
	}

}
