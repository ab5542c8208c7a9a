package org.shilian.bench.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Posts bodies on some connections that are kept alive, as fast as the server answers. All of them
 * are served by the thread that calls, so that the load costs little of the processors that what is
 * measured needs too.
 */
final class Poster {
  private static final int ACCEPTED = 202;
  private static final Set<Integer> ALL_REFUSED = Set.of(403, 422);
  private static final String REFUSED = "\"verdict\":\"refused\"";
  private static final int BUFFER = 64 * 1024;
  private static final long LONGEST_SILENCE_MS = 60_000;

  private final URI url;
  private final Map<Integer, String> keys;

  Poster(URI server, Map<Integer, String> keys) {
    this.url = server.resolve("/api/v1/events");
    this.keys = keys;
  }

  /**
   * Posts them all; returns how many events the door refused.
   *
   * @throws IllegalStateException if the server answers anything but 202, or 403 or 422 to a body
   *     of which it refused everything; or says nothing for a minute
   */
  long post(List<Load.Body> bodies, int connections) {
    List<Lane> lanes = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      InetSocketAddress server = new InetSocketAddress(url.getHost(), url.getPort());
      for (int i = 0; i < connections; i++) {
        lanes.add(Lane.open(server, selector));
      }
      return new Turn(bodies.iterator()).run(selector, lanes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lanes.forEach(Poster::close);
    }
  }

  private static void close(Lane lane) {
    try {
      lane.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One call's bodies, and which of them is in which lane. */
  private final class Turn {
    private final Iterator<Load.Body> bodies;
    private final Map<Lane, Load.Body> inFlight = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private long refused;

    private Turn(Iterator<Load.Body> bodies) {
      this.bodies = bodies;
    }

    private long run(Selector selector, List<Lane> lanes) throws IOException {
      for (Lane lane : lanes) {
        sendNext(lane);
      }
      while (!inFlight.isEmpty()) {
        if (selector.select(this::goOn, LONGEST_SILENCE_MS) == 0) {
          throw new IllegalStateException("the server has said nothing for a minute");
        }
      }
      return refused;
    }

    private void goOn(SelectionKey ready) {
      Lane lane = (Lane) ready.attachment();
      try {
        if (lane.goOn(buffer)) {
          Load.Body body = inFlight.remove(lane);
          if (body != null) {
            refused += refused(lane.answer(), body);
          }
          sendNext(lane);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void sendNext(Lane lane) throws IOException {
      if (bodies.hasNext()) {
        Load.Body body = bodies.next();
        inFlight.put(lane, body);
        lane.send(head(body), body.content());
      }
    }
  }

  private byte[] head(Load.Body body) {
    return ("POST "
            + url.getPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nAuthorization: Bearer "
            + keys.get(body.operator())
            + body.form().headers()
            + "\r\nContent-Length: "
            + body.content().length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static long refused(Answer answer, Load.Body body) {
    if (ALL_REFUSED.contains(answer.status())) {
      return body.events();
    }
    if (answer.status() == ACCEPTED) {
      return answer.count(REFUSED);
    }
    throw new IllegalStateException("HTTP " + answer.status() + ": " + answer.body());
  }
}
