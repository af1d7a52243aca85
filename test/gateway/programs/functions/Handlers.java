import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.TreeMap;

/** A handler of a function, named by its class; its methods are handlers, too. */
public class Handlers implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static int calls;

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    calls++;
    var body = new TreeMap<String, String>();
    body.put("method", String.valueOf(event.get("httpMethod")));
    body.put("path", String.valueOf(event.get("path")));
    body.put("body", String.valueOf(event.get("body")));
    body.put("name", context.getFunctionName());
    body.put("arn", context.getInvokedFunctionArn());
    body.put("left", String.valueOf(context.getRemainingTimeInMillis()));
    body.put("table", System.getenv("TABLE"));
    body.put("calls", String.valueOf(calls));
    return Map.of("statusCode", 200, "body", body.toString());
  }

  public Map<String, Object> fails(Map<String, Object> event, Context context) {
    throw new IllegalStateException("no such pet: \u00dc");
  }

  public Map<String, Object> prints(Map<String, Object> event, Context context) {
    System.out.println("one");
    System.err.println("two");
    return Map.of("statusCode", 204);
  }

  public Map<String, Object> sleeps(Map<String, Object> event, Context context) throws InterruptedException {
    Thread.sleep(30_000);
    return Map.of();
  }
}
