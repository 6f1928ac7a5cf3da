package net.alogins.oo.nats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Three nats-servers that are one, on free ports of this machine. */
public final class NatsCluster implements AutoCloseable {

  private static final int NODES = 3;

  private final List<NatsServer> nodes;

  private NatsCluster(List<NatsServer> nodes) {
    this.nodes = nodes;
  }

  /** One that keeps its streams below {@code folder}, and does not run yet. */
  public static NatsCluster in(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> ways = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      ways.add("nats://127.0.0.1:" + NatsServer.freePort());
    }
    List<NatsServer> nodes = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      List<String> more =
          List.of(
              "--name",
              name(node),
              "--cluster_name",
              "oo",
              "--cluster",
              ways.get(node),
              "--routes",
              String.join(",", ways));
      nodes.add(NatsServer.in(folder.resolve(name(node)), more));
    }
    return new NatsCluster(nodes);
  }

  private static String name(int node) {
    return "node" + node;
  }

  /** Starts all of them. */
  public NatsCluster start() throws IOException, InterruptedException {
    for (NatsServer node : nodes) {
      node.start();
    }
    return this;
  }

  /** Where they are, one after the other. */
  public String urls() {
    return nodes.stream().map(NatsServer::url).collect(Collectors.joining(","));
  }

  /** One of them, by what it calls itself: {@code node0} to {@code node2}. */
  public NatsServer node(String name) {
    return nodes.get(Integer.parseInt(name.substring(name.length() - 1)));
  }

  @Override
  public void close() {
    nodes.forEach(NatsServer::close);
  }
}
