/**
 * How events travel over Kafka: the topics' names and the records' headers, which both ends share.
 */
@NullMarked
package org.shilian.chain.topic;

import org.jspecify.annotations.NullMarked;
