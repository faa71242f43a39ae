/**
 * What is measured, ours and others: a server that issues tokens, with an application that has
 * registered there, and the workloads that it can be asked for. Names of workloads are the same for
 * all, so that they can be compared.
 */
@NullMarked
package guichet.bench.issuer;

import org.jspecify.annotations.NullMarked;
