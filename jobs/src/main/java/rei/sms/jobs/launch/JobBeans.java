package rei.sms.jobs.launch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The jobs by name. A process that runs one of them makes no other: a job's name is its
 * bean's with hyphens, {@code kpi-rollup} for {@code kpiRollup}.
 */
@Component
class JobBeans {

	private final ListableBeanFactory beans;

	private final Map<String, String> names = new TreeMap<>();

	JobBeans(ListableBeanFactory beans) {
		this.beans = beans;
		Stream.of(beans.getBeanNamesForType(Job.class, true, false))
			.forEach((bean) -> this.names.put(hyphenated(bean), bean));
	}

	Set<String> names() {
		return this.names.keySet();
	}

	Optional<Job> find(String name) {
		return Optional.ofNullable(this.names.get(name))
			.map((bean) -> this.beans.getBean(bean, Job.class))
			.filter((job) -> isNamedAsItsBean(job, name));
	}

	private static boolean isNamedAsItsBean(Job job, String name) {
		if (!job.getName().equals(name)) {
			throw new IllegalStateException("the bean of job " + job.getName() + " is named as if it were " + name);
		}
		return true;
	}

	private static String hyphenated(String bean) {
		return bean.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
	}

}
