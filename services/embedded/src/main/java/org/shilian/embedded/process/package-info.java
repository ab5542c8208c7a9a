/**
 * Child processes that end with the one who started them: started in a session of their own so that
 * Ctrl-C reaches only the starter, watched so that even a SIGKILL of the starter leaves no orphan,
 * stopped with a deadline, and known again at the next start by process id and start time. Linux
 * only, since it reads {@code /proc}.
 */
@NullMarked
package org.shilian.embedded.process;

import org.jspecify.annotations.NullMarked;
