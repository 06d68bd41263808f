package fr.ondine.platform.tenancy;

/** Something that happened at one utility; it names the utility, so that a listener never has to guess. */
public interface TenantEvent {

    TenantId tenant();
}
