/**
 * The files that a log is served and kept as (C2SP {@code tlog-tiles}): tiles of 256 hashes and
 * bundles of 256 entries, under names that say which. From the tiles every proof can be made; files
 * that are full never change. What is read is foreign until a checkpoint proves it.
 */
@NullMarked
package org.shilian.tlog.tile;

import org.jspecify.annotations.NullMarked;
