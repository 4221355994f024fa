package rei.sms.ops.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import rei.sms.ops.pages.Page;

/** The way in and out. */
@Page
class SignInPage {

	private static final String VIEW = "ops/sign-in";

	private final Visitors visitors;

	SignInPage(Visitors visitors) {
		this.visitors = visitors;
	}

	@GetMapping(OpsFilter.SIGN_IN)
	String show(@RequestParam(defaultValue = "/ops") String to, Model model) {
		model.addAttribute("to", own(to));
		return VIEW;
	}

	@PostMapping(OpsFilter.SIGN_IN)
	String signIn(@RequestParam(defaultValue = "") String user, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "/ops") String to, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		return switch (this.visitors.signIn(user, password, request, response)) {
			case IN -> "redirect:" + own(to);
			case WRONG ->
				again(HttpStatus.UNAUTHORIZED, "That was not the right name and password.", to, response, model);
			case LATER -> again(HttpStatus.TOO_MANY_REQUESTS,
					"Too many tries did not succeed. Wait a quarter of an hour and try again.", to, response, model);
		};
	}

	@PostMapping("/ops/sign-out")
	String signOut(HttpServletRequest request, HttpServletResponse response) {
		this.visitors.signOut(request, response);
		return "redirect:" + OpsFilter.SIGN_IN;
	}

	private static String again(HttpStatus status, String wrong, String to, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		model.addAttribute("wrong", wrong);
		model.addAttribute("to", own(to));
		return VIEW;
	}

	/** Only ever leads to a page of ours. */
	private static String own(String to) {
		return to.matches("/ops(/[\\w+-]+)*(\\?[\\w=&%.+-]*)?") ? to : "/ops";
	}

}
