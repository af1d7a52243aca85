import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Function<App, Stack>> cases = new LinkedHashMap<>(Hello.cases());
    cases.putAll(Pets.cases());
    Map<String, Object> results = new LinkedHashMap<>();
    cases.forEach((name, create) -> results.put(name, synthesize(create)));
    new ObjectMapper().writeValue(Path.of(arguments[0]).toFile(), results);
  }

  private static Map<String, Object> synthesize(Function<App, Stack> create) {
    try {
      App app = new App(AppProps.builder().analyticsReporting(false).build());
      Stack stack = create.apply(app);
      return Map.of("template", app.synth().getStackByName(stack.getStackName()).getTemplate());
    } catch (RuntimeException error) {
      return Map.of("error", String.valueOf(error));
    }
  }
}
