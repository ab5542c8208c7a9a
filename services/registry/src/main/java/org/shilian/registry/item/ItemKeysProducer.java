package org.shilian.registry.item;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.SerialCheck;

/** Reads the key file, once, at the start. */
@Singleton
public class ItemKeysProducer {
  private static final Logger LOG = Logger.getLogger(ItemKeysProducer.class);
  private static final String SETTING = "shilian.codes.item-keys-file";

  @Produces
  @Singleton
  ItemKeys itemKeys(ItemCodesConfig config) {
    return config.itemKeysFile().map(ItemKeysProducer::read).orElseGet(ItemKeys::none);
  }

  @Produces
  @Singleton
  SerialCheck serialCheck(ItemKeys keys) {
    return new SerialCheck(keys);
  }

  /** So that a wrong key file ends the start, and not a request. */
  void atStart(@Observes StartupEvent event, ItemKeys keys) {
    if (keys.current() == null) {
      LOG.info(SETTING + " is not set: no item codes are issued or recognised");
    } else {
      LOG.infof("%s, new codes are made under %s", keys, keys.current());
    }
  }

  private static ItemKeys read(String file) {
    try {
      return ItemKeys.read(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(SETTING + " " + file + ": cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(SETTING + " " + file + ": " + e.getMessage(), e);
    }
  }
}
