package guichet.registry.resource;

import guichet.registryclient.ResourceCatalogue;

/**
 * The APIs on offer at one moment.
 *
 * @param all as the other services see them
 * @param registrable those whose scopes an application may register for
 */
public record Offer(ResourceCatalogue all, ResourceCatalogue registrable) {}
