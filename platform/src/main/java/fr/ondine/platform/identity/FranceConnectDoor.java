package fr.ondine.platform.identity;

/** Whether FranceConnect lets people in at the bound utility just now: it offers it, and the deployment can ask. */
public interface FranceConnectDoor {

    boolean isOffered();
}
