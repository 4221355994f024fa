package rei.sms.config.roles;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

import static org.awaitility.Awaitility.await;

/** A real browser that visits the engine's pages. */
final class Chromium implements AutoCloseable {

	static final Path PICTURES = Path.of("target", "pages");

	private final ChromeDriver driver;

	private final String engine;

	private Chromium(ChromeDriver driver, String engine) {
		this.driver = driver;
		this.engine = engine;
	}

	static boolean isInstalled() {
		return find("chromium").isPresent() && find("chromedriver").isPresent();
	}

	/** One with a fresh profile, which talks to nobody but the engine. */
	static Chromium visiting(String engine, Path profile) {
		var options = new ChromeOptions().setBinary(find("chromium").orElseThrow());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--no-first-run",
				"--hide-scrollbars", "--force-device-scale-factor=1", "--user-data-dir=" + profile);
		var service = new ChromeDriverService.Builder().usingDriverExecutable(find("chromedriver").orElseThrow())
			.usingAnyFreePort()
			.build();
		return new Chromium(new ChromeDriver(service, options), engine);
	}

	private static Optional<File> find(String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> new File(directory, program))
			.filter(File::canExecute)
			.findFirst();
	}

	void open(String path) {
		this.driver.get(this.engine + path);
	}

	/** The page's visible words. */
	String words() {
		return steadily(() -> this.driver.findElement(By.tagName("body")).getText());
	}

	String address() {
		return Objects.requireNonNull(this.driver.getCurrentUrl()).substring(this.engine.length());
	}

	/** Waits until the page says it by itself. */
	void waitFor(String words) {
		await().alias(words)
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> words().contains(words));
	}

	void type(String css, String text) {
		onceThere(() -> this.driver.findElement(By.cssSelector(css)), (field) -> field.sendKeys(text));
	}

	void choose(String select, String option) {
		var css = "select[name=" + select + "] option[value='" + option + "']";
		onceThere(() -> this.driver.findElement(By.cssSelector(css)), WebElement::click);
	}

	/** Presses the button or follows the link with these words, or that contains them. */
	void press(String words) {
		onceThere(() -> {
			var exactly = pressable("normalize-space(.) = '" + words + "'");
			var found = exactly.isEmpty() ? pressable("contains(normalize-space(.), '" + words + "')") : exactly;
			return found.getFirst();
		}, WebElement::click);
	}

	/** Follows the link to a page. */
	void follow(String path) {
		onceThere(() -> this.driver.findElement(By.cssSelector("main a[href='" + path + "']")), WebElement::click);
	}

	private void onceThere(Supplier<WebElement> element, Consumer<WebElement> act) {
		steadily(() -> {
			act.accept(element.get());
			return true;
		});
	}

	/** Tries again where the page renewed itself between finding and doing. */
	private static <T> T steadily(Supplier<T> act) {
		for (int tries = 1;; tries++) {
			try {
				return act.get();
			}
			catch (StaleElementReferenceException ex) {
				if (tries == 5) {
					throw ex;
				}
			}
		}
	}

	private List<WebElement> pressable(String condition) {
		return this.driver
			.findElements(By.xpath("//main//*[self::button or self::a or self::summary][" + condition + "]"));
	}

	void signIn() {
		open("/ops");
		type("input[name=password]", "sandbox");
		press("Sign in");
	}

	void dark(boolean dark) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	void size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
		this.driver.manage().window().setSize(new Dimension(Math.max(width, 520), height));
	}

	/** Keeps a picture of a page. */
	void take(String path, String name) throws IOException {
		open(path);
		Files.createDirectories(PICTURES);
		Files.write(PICTURES.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
	}

	/** Whether the page is wider than the window. */
	boolean isTooWide() {
		return (boolean) Objects.requireNonNull(this.driver
			.executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"));
	}

	/** What axe finds serious or worse. */
	@SuppressWarnings("unchecked")
	List<String> barriers() {
		this.driver.executeScript(axe());
		return (List<String>) Objects.requireNonNull(this.driver.executeAsyncScript(
				"""
						const done = arguments[arguments.length - 1];
						axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations
							.filter((each) => each.impact === 'serious' || each.impact === 'critical')
							.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.html + ' ' + node.failureSummary))));
						"""));
	}

	/** What the browser complained of: a breach of the policy, a script that failed. */
	List<String> complaints() {
		return this.driver.manage().logs().get("browser").getAll().stream().map(String::valueOf).toList();
	}

	private static String axe() {
		try (var script = Chromium.class.getResourceAsStream("/axe.min.js")) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
