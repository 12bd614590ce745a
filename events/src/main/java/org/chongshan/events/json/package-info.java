/** The contract's JSON: codec, catalogue of types, JSON Schemas, validation that names every fault. */
@NullMarked
package org.chongshan.events.json;

import org.jspecify.annotations.NullMarked;
