/** A form of authorization-service that forgot its guard: the rules must see it. */
package guichet.authorization.planted;
