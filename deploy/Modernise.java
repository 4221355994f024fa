import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Modernise JAR: rewrites classes of a format so old that the JVM keeps none of them in its cache, with the same code
 * and the stack maps that today's format asks for.
 */
final class Modernise {

	private static final int OLDEST_KEPT = ClassFile.JAVA_6_VERSION;

	private Modernise() {
	}

	public static void main(String[] arguments) throws IOException {
		var jar = Path.of(arguments[0]).toAbsolutePath();
		try (var loader = new URLClassLoader(new URL[] { jar.toUri().toURL() });
				var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), java.util.Map.of());
				var paths = Files.walk(files.getPath("/"))) {
			var format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption
				.of(ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
			for (var path : paths.filter((each) -> each.toString().endsWith(".class")).toList()) {
				modernise(format, path);
			}
		}
	}

	private static void modernise(ClassFile format, Path path) throws IOException {
		var old = format.parse(Files.readAllBytes(path));
		if (old.majorVersion() >= OLDEST_KEPT) {
			return;
		}
		ClassTransform version = (builder, element) -> {
			if (element instanceof ClassFileVersion) {
				builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
			}
			else {
				builder.with(element);
			}
		};
		Files.write(path,
				format.transformClass(old, ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version)));
	}

}
