/** Endpoints of applications that start, or do not. */
package guichet.guard.application;
