package rei.sms.ops.pages;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

import rei.sms.ops.access.OpsProperties;
import rei.sms.ops.access.PagesOn;

/** Gives every page what its frame shows, and says what is not there. */
@ControllerAdvice(annotations = Page.class)
@Conditional(PagesOn.class)
class Frame {

	private final Assets assets;

	private final Waiting waiting;

	private final OpsProperties ops;

	private final Clock clock;

	Frame(Assets assets, Waiting waiting, OpsProperties ops, Clock clock) {
		this.assets = assets;
		this.waiting = waiting;
		this.ops = ops;
		this.clock = clock;
	}

	@ModelAttribute
	void frame(Model model, HttpServletRequest request) {
		var query = request.getQueryString();
		model.addAttribute("assets", this.assets)
			.addAttribute("show", new Words(this.ops.zone(), this.clock.instant()))
			.addAttribute("waiting", this.waiting)
			.addAttribute("here", request.getRequestURI() + ((query != null) ? "?" + query : ""));
		said(request).ifPresent((said) -> model.addAttribute("said", said.words()));
	}

	private static Optional<Said> said(HttpServletRequest request) {
		return Arrays.stream(Said.values())
			.filter((said) -> said.name().equals(request.getParameter("said")))
			.findFirst();
	}

	@ExceptionHandler({ NotThere.class, MethodArgumentTypeMismatchException.class })
	@ResponseStatus(HttpStatus.NOT_FOUND)
	ModelAndView missing(HttpServletRequest request) {
		var page = new ModelAndView("ops/missing");
		page.addObject("assets", this.assets);
		page.addObject("show", new Words(this.ops.zone(), this.clock.instant()));
		page.addObject("waiting", this.waiting);
		page.addObject("here", request.getRequestURI());
		return page;
	}

}
