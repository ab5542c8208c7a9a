/**
 * The offline check of a log that was handed over: a checkpoint, the tiles and the entries. It asks
 * nobody and needs only the log's public key, from a source that is trusted; and it says which
 * entries are not what the checkpoint stands for, since "something is wrong" helps no inspector.
 */
@NullMarked
package org.shilian.tlog.export;

import org.jspecify.annotations.NullMarked;
