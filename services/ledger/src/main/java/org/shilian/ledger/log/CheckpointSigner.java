package org.shilian.ledger.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.shilian.ledger.append.Blocking;
import org.shilian.tlog.ConsistencyProof;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.ProofException;
import org.shilian.tlog.TreeReader;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.tile.TileEdge;
import org.shilian.tlog.tile.TileNodes;

/**
 * Signs logs that have grown. What it signed last binds it: a tree that is not that one grown
 * further is never signed, and said aloud instead.
 */
final class CheckpointSigner {
  private static final Logger LOG = Logger.getLogger(CheckpointSigner.class);

  private static final String EDGE = "SELECT size, edge FROM ledger.log WHERE stream = $1";

  private static final String KEEP =
      """
      INSERT INTO ledger.checkpoint AS c (stream, size, root, note) VALUES ($1, $2, $3, $4)
      ON CONFLICT (stream) DO UPDATE
        SET size = excluded.size, root = excluded.root, note = excluded.note, signed_at = now()
        WHERE c.size < excluded.size
      """;

  private final Pool pool;
  private final LogKeys keys;
  private final LogStore store;
  private final Set<Integer> rewritten = new TreeSet<>();

  CheckpointSigner(Pool pool, LogKeys keys) {
    this.pool = pool;
    this.keys = keys;
    this.store = new LogStore(pool);
  }

  /**
   * Signs every log that is not as long as its checkpoint says. Blocks.
   *
   * @return how many logs are not what was signed of them
   */
  int sign() {
    List<StoredLog> logs = store.logs();
    rewritten.retainAll(logs.stream().map(StoredLog::stream).toList());
    for (StoredLog log : logs) {
      StoredLog.Signed signed = log.signed();
      if (signed == null || signed.size() != log.size()) {
        Optional<Signer> signer = keys.of(log.topic(), log.partition());
        if (signer.isPresent()) {
          sign(log, signer.get());
        }
      }
    }
    return rewritten.size();
  }

  private void sign(StoredLog log, Signer signer) {
    try {
      TileEdge edge = edge(log);
      Checkpoint checkpoint = new Checkpoint(signer.key().name(), edge.size(), edge.root());
      requireGrown(log, checkpoint);
      var unused =
          Blocking.await(
              pool.preparedQuery(KEEP)
                  .execute(
                      Tuple.of(
                          log.stream(),
                          checkpoint.size(),
                          Buffer.buffer(checkpoint.root().bytes()),
                          checkpoint.signed(signer).toString())));
      rewritten.remove(log.stream());
    } catch (ProofException | LogDataException | IllegalArgumentException e) {
      if (rewritten.add(log.stream())) {
        LOG.errorf(
            "log.rewritten %s/%d is not what its last checkpoint says; nothing more of it is signed:"
                + " %s",
            log.topic(), log.partition(), e.getMessage());
      }
    }
  }

  private TileEdge edge(StoredLog log) {
    for (Row row : Blocking.await(pool.preparedQuery(EDGE).execute(Tuple.of(log.stream())))) {
      return TileEdge.of(row.getLong("size"), row.getBuffer("edge").getBytes());
    }
    throw new IllegalStateException("log of " + log.topic() + "/" + log.partition() + " is gone");
  }

  private void requireGrown(StoredLog log, Checkpoint checkpoint) {
    StoredLog.Signed signed = log.signed();
    if (signed == null) {
      return;
    }
    Hash root = signed.root();
    TreeReader tree = new TreeReader(new TileNodes(new StoredFiles(store, log), checkpoint.size()));
    ConsistencyProof proof = tree.consistencyProof(signed.size(), checkpoint.size());
    proof.verify(root, checkpoint.root());
  }
}
