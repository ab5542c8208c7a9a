/** What the topics are called on this installation's Kafka. */
@NullMarked
package org.shilian.registry.topic;

import org.jspecify.annotations.NullMarked;
