// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"
#include "models/words_table.h"

namespace holdfast::models::words {

namespace {

constexpr std::array causes {
    Entry {"passphrase_required", QT_TRANSLATE_NOOP("Words", "The file is encrypted under a passphrase.")},
    Entry {"wrong_passphrase", QT_TRANSLATE_NOOP("Words", "The passphrase does not open the file.")},
    Entry {"passphrase_or_record_wrong",
           QT_TRANSLATE_NOOP("Words", "The passphrase does not open the record, or the record is damaged.")},
    Entry {"key_required",
           QT_TRANSLATE_NOOP("Words", "The file is encrypted under a key that was agreed beforehand.")},
    Entry {"wrong_key", QT_TRANSLATE_NOOP("Words", "The key does not open the file.")},
    Entry {"mac_missing",
           QT_TRANSLATE_NOOP("Words", "Nothing in the file shows that its values are unchanged.")},
    Entry {"no_records", QT_TRANSLATE_NOOP("Words", "The file holds no tokens.")},
    Entry {"not_pskc", QT_TRANSLATE_NOOP("Words", "The file is no PSKC key container.")},
    Entry {"not_sdtid", QT_TRANSLATE_NOOP("Words", "The file is no sdtid file.")},
    Entry {"serial_missing", QT_TRANSLATE_NOOP("Words", "The record has no serial number.")},
    Entry {"secret_missing", QT_TRANSLATE_NOOP("Words", "The record holds no secret.")},
    Entry {"record_is_a_pin",
           QT_TRANSLATE_NOOP("Words", "The record holds a PIN for another record, not a token.")},
    Entry {"challenge_not_supported", QT_TRANSLATE_NOOP("Words", "The token answers challenges.")},
    Entry {"digits_not_supported",
           QT_TRANSLATE_NOOP("Words", "The length of the token's codes is not supported.")},
    Entry {"dates_reversed", QT_TRANSLATE_NOOP("Words", "The token would expire before it becomes valid.")},
    Entry {"file_empty", QT_TRANSLATE_NOOP("Words", "The file is empty.")},
    Entry {"file_cut_off", QT_TRANSLATE_NOOP("Words", "The file ends in the middle.")},
    Entry {"file_too_large", QT_TRANSLATE_NOOP("Words", "The file is too large.")},
    Entry {"file_not_read", QT_TRANSLATE_NOOP("Words", "The file could not be read.")},
    Entry {"not_text", QT_TRANSLATE_NOOP("Words", "The file is not text in UTF-8.")},
    Entry {"not_csv", QT_TRANSLATE_NOOP("Words", "The first line names no column that is known.")},
    Entry {"secret_encoding_unclear",
           QT_TRANSLATE_NOOP("Words", "It cannot be told whether the secrets are hexadecimal or base32.")},
    Entry {"migration_not_supported",
           QT_TRANSLATE_NOOP("Words", "The line is an export from one phone to another.")},
    Entry {"duplicate", QT_TRANSLATE_NOOP("Words", "A token with this serial number is there already.")},
    Entry {"duplicate_in_file",
           QT_TRANSLATE_NOOP("Words", "The file holds this serial number more than once.")},
};

constexpr std::array cures {
    Entry {"passphrase_required",
           QT_TRANSLATE_NOOP("Words", "Enter the passphrase that came with the file.")},
    Entry {"wrong_passphrase",
           QT_TRANSLATE_NOOP("Words", "Type the passphrase again; upper and lower case count.")},
    Entry {"key_required", QT_TRANSLATE_NOOP("Words", "Enter that key, in hexadecimal digits.")},
    Entry {"wrong_key", QT_TRANSLATE_NOOP("Words", "Check the key against what its sender gave you.")},
    Entry {"no_records", QT_TRANSLATE_NOOP("Words", "Check that this is the right file.")},
    Entry {"serial_missing",
           QT_TRANSLATE_NOOP("Words", "Ask for the file with a serial number in each record.")},
    Entry {"secret_missing", QT_TRANSLATE_NOOP("Words", "Ask for the file with the secrets in it.")},
    Entry {"record_is_a_pin",
           QT_TRANSLATE_NOOP("Words", "Nothing to do: people choose their PIN at their first sign-in.")},
    Entry {"dates_reversed", QT_TRANSLATE_NOOP("Words", "Ask for the file with the right dates.")},
    Entry {"file_empty", QT_TRANSLATE_NOOP("Words", "Choose another file.")},
    Entry {"file_cut_off", QT_TRANSLATE_NOOP("Words", "Ask for the file again.")},
    Entry {"file_too_large", QT_TRANSLATE_NOOP("Words", "Split it into several files.")},
    Entry {"file_not_read",
           QT_TRANSLATE_NOOP("Words", "Check that the file is there and that you may read it.")},
    Entry {"not_text", QT_TRANSLATE_NOOP("Words", "Save it as text in UTF-8.")},
    Entry {"not_csv", QT_TRANSLATE_NOOP("Words", "Begin the file with a line such as serial,secret,digits.")},
    Entry {"secret_encoding_unclear",
           QT_TRANSLATE_NOOP("Words", "Name their column secret_hex or secret_base32.")},
    Entry {"migration_not_supported", QT_TRANSLATE_NOOP("Words", "Ask for each token's own otpauth line.")},
    Entry {"serial_made_up",
           QT_TRANSLATE_NOOP("Words", "Nothing to do: the same record gets the same number again.")},
    Entry {"columns_ignored",
           QT_TRANSLATE_NOOP("Words", "Check the header if one of them should have been read.")},
    Entry {"interrupted", QT_TRANSLATE_NOOP("Words", "Resume the import; the file is not needed for that.")},
};

// Of these the service tells more in its English than a stable code holds: which algorithm, how many bytes,
// at which line. Somebody who reads another language gets the plain sentence.
constexpr std::array plainCauses {
    Entry {"algorithm_missing", QT_TRANSLATE_NOOP("Words", "The key does not say its algorithm.")},
    Entry {"algorithm_not_supported", QT_TRANSLATE_NOOP("Words", "The token's algorithm is not supported.")},
    Entry {"check_digit_not_supported",
           QT_TRANSLATE_NOOP("Words", "The token appends a check digit to its codes.")},
    Entry {"counter_invalid", QT_TRANSLATE_NOOP("Words", "The token's counter cannot be used.")},
    Entry {"date_invalid", QT_TRANSLATE_NOOP("Words", "A date of the record cannot be read.")},
    Entry {"drift_invalid", QT_TRANSLATE_NOOP("Words", "The token's clock is said to be too far off.")},
    Entry {"encoding_not_supported", QT_TRANSLATE_NOOP("Words", "The token's codes are not decimal digits.")},
    Entry {"encryption_incomplete",
           QT_TRANSLATE_NOOP("Words", "The file does not describe its encryption whole.")},
    Entry {"encryption_not_supported", QT_TRANSLATE_NOOP("Words", "The file's encryption is not supported.")},
    Entry {"field_invalid",
           QT_TRANSLATE_NOOP("Words", "A field of the record is missing or has the wrong length.")},
    Entry {"format_not_supported", QT_TRANSLATE_NOOP("Words", "Files of this format cannot be read.")},
    Entry {"interval_not_supported", QT_TRANSLATE_NOOP("Words", "The token's interval is not supported.")},
    Entry {"key_length_wrong", QT_TRANSLATE_NOOP("Words", "The key has the wrong length.")},
    Entry {
        "mac_mismatch",
        QT_TRANSLATE_NOOP("Words", "The record was changed, or the key or passphrase is not the right one.")},
    Entry {"number_invalid", QT_TRANSLATE_NOOP("Words", "A number of the record cannot be used.")},
    Entry {"passphrase_too_long",
           QT_TRANSLATE_NOOP("Words", "The passphrase is longer than such files allow.")},
    Entry {"policy_forbids", QT_TRANSLATE_NOOP("Words", "The key's policy ties it to a condition.")},
    Entry {"reader_failed",
           QT_TRANSLATE_NOOP("Words", "The file could not be read in the time and memory that it may take.")},
    Entry {"reader_missing",
           QT_TRANSLATE_NOOP("Words", "The program that reads sdtid files could not be started.")},
    Entry {"secret_length", QT_TRANSLATE_NOOP("Words", "The length of the token's secret is not supported.")},
    Entry {"seed_invalid", QT_TRANSLATE_NOOP("Words", "The record's seed cannot be used.")},
    Entry {"serial_invalid", QT_TRANSLATE_NOOP("Words", "The serial number cannot be used.")},
    Entry {"suite_not_supported", QT_TRANSLATE_NOOP("Words", "The key's suite is not supported.")},
    Entry {"time_origin_not_supported",
           QT_TRANSLATE_NOOP("Words", "The token counts its time from another moment than 1970-01-01.")},
    Entry {"too_many_iterations", QT_TRANSLATE_NOOP("Words", "The file asks for too many rounds of PBKDF2.")},
    Entry {"too_many_records", QT_TRANSLATE_NOOP("Words", "The file holds too many records.")},
    Entry {"version_not_supported",
           QT_TRANSLATE_NOOP("Words", "The file is of another version of PSKC than 1.0.")},
    Entry {"xml_document_type",
           QT_TRANSLATE_NOOP("Words", "The file has a document type declaration or an entity.")},
    Entry {"xml_malformed", QT_TRANSLATE_NOOP("Words", "The file is not well-formed XML.")},
    Entry {"xml_too_complex", QT_TRANSLATE_NOOP("Words", "The file is more complex than a token file is.")},
};

constexpr std::array plainCures {
    Entry {"algorithm_missing", QT_TRANSLATE_NOOP("Words", "Ask for the file with the algorithm in it.")},
    Entry {"algorithm_not_supported",
           QT_TRANSLATE_NOOP("Words", "Ask for tokens of an algorithm that can be imported.")},
    Entry {"counter_invalid",
           QT_TRANSLATE_NOOP("Words", "Ask for the file with the token's present counter.")},
    Entry {"date_invalid", QT_TRANSLATE_NOOP("Words", "Ask for the file with the right dates.")},
    Entry {"encoding_not_supported",
           QT_TRANSLATE_NOOP("Words", "Only tokens that show decimal digits can be imported.")},
    Entry {"encryption_incomplete", QT_TRANSLATE_NOOP("Words", "Ask for the file again.")},
    Entry {"encryption_not_supported",
           QT_TRANSLATE_NOOP("Words",
                             "Ask for it with AES-CBC under a pre-shared key or a passphrase, with HMAC-SHA1 "
                             "or HMAC-SHA256.")},
    Entry {"field_invalid", QT_TRANSLATE_NOOP("Words", "Ask for the file again.")},
    Entry {"format_not_supported", QT_TRANSLATE_NOOP("Words", "Ask for the file as PSKC or sdtid.")},
    Entry {"key_length_wrong", QT_TRANSLATE_NOOP("Words", "Enter the whole key.")},
    Entry {"mac_mismatch",
           QT_TRANSLATE_NOOP(
               "Words",
               "If all records say so, check the key or passphrase. Otherwise ask for the file again.")},
    Entry {"number_invalid", QT_TRANSLATE_NOOP("Words", "Ask for the file again.")},
    Entry {"passphrase_too_long",
           QT_TRANSLATE_NOOP("Words", "Check the passphrase that came with the file.")},
    Entry {"policy_forbids",
           QT_TRANSLATE_NOOP("Words",
                             "Ask for a key whose policy allows one-time codes without that condition.")},
    Entry {"reader_failed", QT_TRANSLATE_NOOP("Words", "Check that the file is intact.")},
    Entry {"reader_missing", QT_TRANSLATE_NOOP("Words", "Install holdfast-sdtid-reader with the service.")},
    Entry {"seed_invalid", QT_TRANSLATE_NOOP("Words", "Ask for the file again.")},
    Entry {"serial_invalid", QT_TRANSLATE_NOOP("Words", "Ask for the file with plain serial numbers.")},
    Entry {"too_many_iterations",
           QT_TRANSLATE_NOOP("Words", "Ask for the file with fewer rounds and a longer passphrase.")},
    Entry {"too_many_records", QT_TRANSLATE_NOOP("Words", "Split it into several files.")},
    Entry {"version_not_supported", QT_TRANSLATE_NOOP("Words", "Ask for it as PSKC 1.0 (RFC 6030).")},
    Entry {"xml_document_type", QT_TRANSLATE_NOOP("Words", "Ask for it as plain XML.")},
    Entry {"xml_malformed",
           QT_TRANSLATE_NOOP(
               "Words", "Check that this is the token file, and that no editor or mail program changed it.")},
    Entry {"xml_too_complex", QT_TRANSLATE_NOOP("Words", "Check that this is the right file.")},
};

template <size_t Size, size_t PlainSize>
QString told(const std::array<Entry, Size>& whole, const std::array<Entry, PlainSize>& plain,
             const QString& code, const QString& fallback)
{
    if (const QString words = find(whole, code); !words.isEmpty()) {
        return words;
    }
    for (const Entry& entry : plain) {
        if (code == QLatin1String(entry.code)) {
            const QString words = QCoreApplication::translate("Words", entry.text);
            const bool isEnglish = words == QString::fromUtf8(entry.text);
            return isEnglish && !fallback.isEmpty() ? fallback : words;
        }
    }
    return fallback;
}

} // namespace

QString importCause(const QString& code, const QString& fallback)
{
    return told(causes, plainCauses, code, fallback);
}

QString importCure(const QString& code, const QString& fallback)
{
    return told(cures, plainCures, code, fallback);
}

} // namespace holdfast::models::words
