package descent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folders that the program brings: on disk where it is developed, else in its jar. */
final class Packed {
  private Packed() {}

  static Path folder(String name) {
    Path onDisk = Path.of(name);
    if (Files.isDirectory(onDisk) && Files.isRegularFile(Path.of("pom.xml"))) {
      return onDisk;
    }
    URL place = Packed.class.getResource("/" + name);
    if (place == null) {
      throw new IllegalStateException("the program was packed without its folder " + name);
    }
    return path(place);
  }

  /** The path of a resource, in a folder or in a jar, which stays open. */
  static Path path(URL place) {
    try {
      URI uri = place.toURI();
      if (!uri.getScheme().equals("jar")) {
        return Path.of(uri);
      }
      String inside = uri.toString().substring(uri.toString().lastIndexOf('!') + 1);
      return open(uri).getPath(inside);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileSystem open(URI jar) {
    try {
      return FileSystems.newFileSystem(jar, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
