/**
 * The people of the first start, loaded through the public API like any caller would: contoso.com with names from many
 * languages and scripts, so that search, sorting and mails meet what they will meet in life, and the small fabrikam.com,
 * so that there is another tenant to be kept out of.
 */
package dev.foyer.local.load;
