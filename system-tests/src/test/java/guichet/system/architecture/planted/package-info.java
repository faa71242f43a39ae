/** Endpoints that forgot their guard: the rules must see them. */
package guichet.system.architecture.planted;
