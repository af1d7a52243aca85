package com.example.infra;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;

/** Finds the folder of the API, which the handlers and their bundles are below. */
final class ApiDirectory {
  /** Where this package is below the folder of the API. */
  private static final Path PACKAGE = Path.of("generated", "infrastructure", "java");

  private ApiDirectory() {}

  /**
   * The folder that this package was compiled in, or else the working directory or the nearest folder above it that has
   * the handler.
   *
   * @throws IllegalStateException when there is no such folder
   */
  static Path find(String operation, String source, String bundle) {
    Path classes = classes();
    return above(classes)
        .filter(folder -> folder.endsWith(PACKAGE) && folder.getNameCount() > PACKAGE.getNameCount())
        .map(folder -> folder.resolve("../../..").normalize())
        .findFirst()
        .or(() -> above(workingDirectory()).filter(folder -> has(folder, source, bundle)).findFirst())
        .orElseThrow(() -> new IllegalStateException(notFound(operation, source, bundle, classes)));
  }

  private static boolean has(Path folder, String source, String bundle) {
    return Files.exists(folder.resolve(bundle)) || Files.exists(folder.resolve(source));
  }

  private static String notFound(String operation, String source, String bundle, Path classes) {
    String origin = classes == null ? "were not loaded from a file" : "are in '" + classes + "'";
    return "the handler of operation '" + operation + "' is not found: neither '" + bundle + "' nor '" + source
        + "' is in '" + workingDirectory() + "' or in a folder above it, and the classes of its construct " + origin
        + ", not below a folder '" + PACKAGE + "'; run the app in the folder of the API or below it, or give"
        + " the function its code with FunctionProps.builder().code(...)";
  }

  /** A folder and all above it. */
  private static Stream<Path> above(Path folder) {
    return Stream.iterate(folder, each -> each != null, Path::getParent);
  }

  private static Path workingDirectory() {
    return Path.of("").toAbsolutePath();
  }

  /** The folder or jar that this class was loaded from; nothing if it was loaded from something that is no file. */
  private static Path classes() {
    CodeSource origin = ApiDirectory.class.getProtectionDomain().getCodeSource();
    if (origin == null || origin.getLocation() == null) return null;
    try {
      return Path.of(origin.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException error) {
      return null;
    }
  }
}
