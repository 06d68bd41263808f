package fr.ondine.platform.identity;

/** What a person does with their account that a passer-by at an open session must not do. */
public enum OwnerAct {
    TAKE_DATA,
    CHANGE_ADDRESS,
    DELETE_ACCOUNT,
    SHARE_CONTRACT,
    CHOOSE_PASSWORD,
    CHANGE_PASSKEYS,
    LINK_IDENTITY,
    UNLINK_IDENTITY,
    REMOVE_PASSWORD,
    ANSWER_PROGRAM
}
