package rei.sms.jobs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A test of a job on a real, empty PostgreSQL; the test class imports the job it is about
 * and whatever that needs beyond {@link JobTestContext}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DirtiesContext
@SpringBootTest(classes = JobTestContext.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "spring.batch.job.enabled=false", "spring.batch.jdbc.initialize-schema=never",
				"spring.main.banner-mode=off", "batch.retry-delay=10ms" })
public @interface JobTest {

}
