package rei.sms.jobs.mirror;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import rei.sms.jobs.JobTest;

/** A test of the mirror against a strict stand-in for Airtable. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JobTest
@Import(MirrorTestContext.class)
@ContextConfiguration(initializers = MirrorTestContext.Settings.class)
@interface MirrorTest {

}
