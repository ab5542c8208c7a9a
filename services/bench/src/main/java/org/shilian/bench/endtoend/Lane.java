package org.shilian.bench.endtoend;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that is kept alive, with one request in flight; for one thread. */
final class Lane implements AutoCloseable {
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Answer answer = new Answer();
  private ByteBuffer[] request = new ByteBuffer[0];

  private Lane(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.channel.configureBlocking(false);
    this.key = channel.register(selector, 0, this);
  }

  static Lane open(SocketAddress server, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new Lane(channel, selector);
  }

  /** Sends a request: its head and its body. */
  void send(byte[] head, byte[] body) throws IOException {
    answer.clear();
    request = new ByteBuffer[] {ByteBuffer.wrap(head), ByteBuffer.wrap(body)};
    write();
  }

  private void write() throws IOException {
    long unused = channel.write(request);
    key.interestOps(
        request[request.length - 1].hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /**
   * Goes on, since the selector says that the connection is ready for it; true once the answer is
   * whole.
   *
   * @param buffer to read through; any will do
   * @throws EOFException if the server has closed the connection
   */
  boolean goOn(ByteBuffer buffer) throws IOException {
    if (key.isWritable()) {
      write();
      return false;
    }
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new EOFException("the server has closed a connection before it had answered");
    }
    return answer.add(buffer.flip());
  }

  /** The answer to the last request. */
  Answer answer() {
    return answer;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
