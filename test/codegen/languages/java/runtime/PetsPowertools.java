package com.example.pets.powertools;

import com.example.pets.runtime.handlers.GetMotd;
import com.example.pets.runtime.handlers.SayHello;
import com.example.pets.runtime.interceptors.Interceptors;
import com.example.pets.runtime.interceptors.TryCatchInterceptor;
import com.example.pets.runtime.interceptors.powertools.LoggingInterceptor;
import com.example.pets.runtime.interceptors.powertools.MetricsInterceptor;
import com.example.pets.runtime.interceptors.powertools.TracingInterceptor;
import com.example.pets.runtime.models.Greeting;
import com.example.pets.runtime.testing.Invoke;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Handlers with logger, tracer and metrics. Prints what they send, beside what they print themselves. */
public final class PetsPowertools {
  private static final Logger LOGGER = LoggerFactory.getLogger(PetsPowertools.class);

  private PetsPowertools() {}

  @Interceptors({LoggingInterceptor.class, TryCatchInterceptor.class, TracingInterceptor.class, MetricsInterceptor.class})
  static final class SayHelloHandler extends SayHello {
    @Override
    public SayHelloResponse handle(SayHelloRequest request) {
      String name = request.requestParameters().name();
      LOGGER.info("saying hello to {}", name);
      MetricsFactory.getMetricsInstance().addMetric("greetings", 1, MetricUnit.COUNT);
      if (name.equals("crash")) throw new IllegalStateException("crashed");
      return SayHello200Response.of(new Greeting("Hello " + name + "!"));
    }
  }

  @Interceptors({LoggingInterceptor.class, TracingInterceptor.class, MetricsInterceptor.class})
  static final class GetMotdHandler extends GetMotd {
    @Override
    public GetMotdResponse handle(GetMotdRequest request) {
      LOGGER.info("as every day");
      MetricsFactory.getMetricsInstance().addMetric("readings", 2, MetricUnit.COUNT);
      return GetMotd200Response.of("Be kind");
    }
  }

  /** With an argument, there is no segment: as in a test of a handler. */
  public static void main(String[] args) throws IOException {
    try (DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      daemon.setSoTimeout(1000);
      System.setProperty("com.amazonaws.xray.emitters.daemonAddress", "127.0.0.1:" + daemon.getLocalPort());
      if (args.length == 0) {
        String root = "Root=1-5759e988-bd862e3fe1be46a994272793";
        System.setProperty("com.amazonaws.xray.traceHeader", root + ";Parent=53995c3f42cd8ad8;Sampled=1");
      }
      SayHelloHandler handler = new SayHelloHandler();
      System.out.println("answer " + Invoke.sayHello(handler, input -> input.name("Ada")).statusCode());
      System.out.println("answer " + Invoke.sayHello(handler, input -> input.name("crash")).statusCode());
      System.out.println("answer " + Invoke.getMotd(new GetMotdHandler()).statusCode());
      byte[] bytes = new byte[65_536];
      for (int count = 0; count < 3 && args.length == 0; count++) {
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        daemon.receive(packet);
        String text = new String(bytes, 0, packet.getLength(), StandardCharsets.UTF_8);
        System.out.println("trace " + text.substring(text.indexOf('\n') + 1));
      }
    } catch (SocketTimeoutException error) {
      System.out.println("no more traces");
    }
  }
}
