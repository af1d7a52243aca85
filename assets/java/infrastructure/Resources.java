package com.example.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files that lie beside the classes of this package, in a folder or in a jar. */
final class Resources {
  private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

  private Resources() {}

  /** A resource as a file: itself where it is one, else a copy that is there until the Java virtual machine ends. */
  static Path file(String name) {
    return FILES.computeIfAbsent(name, Resources::locate);
  }

  /** Opens a resource. */
  static InputStream open(String name) throws IOException {
    return find(name).openStream();
  }

  private static Path locate(String name) {
    URL url = find(name);
    try {
      return url.getProtocol().equals("file") ? Path.of(url.toURI()) : copy(name);
    } catch (URISyntaxException error) {
      throw new IllegalStateException("the resource '" + url + "' has no valid address", error);
    } catch (IOException error) {
      throw new UncheckedIOException("the resource '" + url + "' cannot be copied to a temporary file", error);
    }
  }

  private static Path copy(String name) throws IOException {
    Path target = Files.createTempFile("type-safe-api-", "-" + name);
    target.toFile().deleteOnExit();
    try (InputStream source = open(name)) {
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private static URL find(String name) {
    URL url = Resources.class.getResource(name);
    if (url != null) return url;
    String path = Resources.class.getPackageName().replace('.', '/') + "/" + name;
    throw new IllegalStateException(
        "the resource '" + path + "' is not on the class path; build this package with its folder src/main/resources");
  }
}
