package rei.sms.ops.pages;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;

import rei.sms.ops.access.PagesOn;

/** A page that operators see; it is there while the pages are switched on. */
@Documented
@Controller
@Conditional(PagesOn.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Page {

}
