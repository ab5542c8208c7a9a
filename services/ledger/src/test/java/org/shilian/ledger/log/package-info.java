/** The logs as they grow beside random histories, and what is found when somebody was at them. */
package org.shilian.ledger.log;
