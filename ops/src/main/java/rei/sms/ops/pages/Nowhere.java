package rei.sms.ops.pages;

import org.springframework.web.bind.annotation.GetMapping;

/** Every address below the pages that leads nowhere. */
@Page
class Nowhere {

	@GetMapping("/ops/**")
	String nowhere() {
		throw new NotThere();
	}

}
