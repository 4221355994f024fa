package rei.sms.ops.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The pages' styles and scripts, under addresses that change with what they hold: a
 * browser asks for each only once.
 */
@Page
public class Assets {

	private static final Map<String, String> FILES = Map.of("ops.css", "classpath:/ops/ops.css", "ops.js",
			"classpath:/ops/ops.js", "icon.svg", "classpath:/ops/icon.svg", "htmx.js",
			"classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");

	private static final Map<String, MediaType> TYPES = Map.of("css", MediaType.valueOf("text/css;charset=UTF-8"), "js",
			MediaType.valueOf("text/javascript;charset=UTF-8"), "svg", MediaType.valueOf("image/svg+xml"));

	private final Map<String, byte[]> files = new TreeMap<>();

	Assets() {
		FILES.forEach((name, location) -> this.files.put(name, read(location)));
	}

	/** The address of a file. */
	public String url(String name) {
		return "/ops/assets/" + version(content(name)) + "/" + name;
	}

	@GetMapping("/ops/assets/{version}/{name}")
	ResponseEntity<byte[]> file(@PathVariable String version, @PathVariable String name) {
		var content = this.files.get(name);
		if (content == null || !version(content).equals(version)) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
			.contentType(TYPES.getOrDefault(name.replaceAll(".*\\.", ""), MediaType.APPLICATION_OCTET_STREAM))
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(content);
	}

	private byte[] content(String name) {
		var content = this.files.get(name);
		if (content == null) {
			throw new IllegalArgumentException("there is no " + name);
		}
		return content;
	}

	private static String version(byte[] content) {
		return HexFormat.of().formatHex(DigestUtils.md5Digest(content)).substring(0, 12);
	}

	private static byte[] read(String location) {
		try {
			return new PathMatchingResourcePatternResolver().getResources(location)[0].getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
