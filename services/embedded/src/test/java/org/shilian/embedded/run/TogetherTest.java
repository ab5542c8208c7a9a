package org.shilian.embedded.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final AtomicBoolean closed = new AtomicBoolean();

  @Test
  void givesBoth() throws Exception {
    var both = Together.start(Resource::new, Resource::new);
    assertThat(both.first()).isNotSameAs(both.second());
    assertThat(closed).isFalse();
  }

  @Test
  void endsTheOneWhenTheOtherFails() {
    assertThatThrownBy(
            () ->
                Together.start(
                    Resource::new,
                    () -> {
                      throw new IOException("no disk");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no disk");
    assertThat(closed).isTrue();
  }

  private final class Resource implements AutoCloseable {
    @Override
    public void close() {
      closed.set(true);
    }
  }
}
