package fr.ondine.demo.data;

/** A login of iléo's former portal, as the demonstration's page shows it; the password is invented, and the same for all. */
public record DemoOldLogin(String number, String name, String password) {}
