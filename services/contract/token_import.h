// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// Kinds of token file.
enum class ImportFormat
{
    Pskc,
    Sdtid,
    Otpauth,
    Csv
};
template <>
struct EnumNames<ImportFormat>
{
    static constexpr std::array names {
        std::pair {ImportFormat::Pskc, "pskc"},
        std::pair {ImportFormat::Sdtid, "sdtid"},
        std::pair {ImportFormat::Otpauth, "otpauth"},
        std::pair {ImportFormat::Csv, "csv"},
    };
};

// What to do with a serial that is there already.
enum class DuplicateRule
{
    Ignore,
    Replace
};
template <>
struct EnumNames<DuplicateRule>
{
    static constexpr std::array names {
        std::pair {DuplicateRule::Ignore, "ignore"},
        std::pair {DuplicateRule::Replace, "replace"},
    };
};

// What became (or, in a dry run, would become) of a record.
enum class ImportOutcome
{
    Imported,
    Replaced,
    Ignored,
    Failed
};
template <>
struct EnumNames<ImportOutcome>
{
    static constexpr std::array names {
        std::pair {ImportOutcome::Imported, "imported"},
        std::pair {ImportOutcome::Replaced, "replaced"},
        std::pair {ImportOutcome::Ignored, "ignored"},
        std::pair {ImportOutcome::Failed, "failed"},
    };
};

// Of a job.
enum class JobState
{
    Running,
    Finished,
    Failed,
    Cancelled
};
template <>
struct EnumNames<JobState>
{
    static constexpr std::array names {
        std::pair {JobState::Running, "running"},
        std::pair {JobState::Finished, "finished"},
        std::pair {JobState::Failed, "failed"},
        std::pair {JobState::Cancelled, "cancelled"},
    };
};

// One record of the file.
struct ImportRow
{
    int position {};
    QString serial;
    ImportOutcome outcome {};
    QString code;
    QString cause;
    QString cure;

    static constexpr auto typeName = "ImportRow";
    static constexpr auto fields()
    {
        return fieldList(
            field("position", &ImportRow::position, "From 1."),
            field("serial", &ImportRow::serial, "Serial number, if it could be read.").orDefault(),
            field("outcome", &ImportRow::outcome, "What became of it."),
            field("code", &ImportRow::code, "Stable code of the cause, such as mac_mismatch; may be empty.")
                .orDefault(),
            field("cause", &ImportRow::cause, "What is wrong, in English.").orDefault(),
            field("cure", &ImportRow::cure, "What to do about it, in English.").orDefault());
    }
};

// A finished or running import.
struct TokenImport
{
    QString id;
    JobState state {};
    ImportFormat format {};
    bool dryRun {};
    int total {};
    int imported {};
    int replaced {};
    int ignored {};
    int failed {};
    bool resumable {};
    QString code;
    QString cause;
    QString cure;
    std::vector<ImportRow> rows;

    static constexpr auto typeName = "TokenImport";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &TokenImport::id, "Opaque identifier."),
            field("state", &TokenImport::state, "Of the job."),
            field("format", &TokenImport::format, "Of the file."),
            field("dryRun", &TokenImport::dryRun, "True: nothing was changed."),
            field("total", &TokenImport::total, "Records in the file."),
            field("imported", &TokenImport::imported, "New tokens."),
            field("replaced", &TokenImport::replaced, "Tokens replaced."),
            field("ignored", &TokenImport::ignored, "Records left out."),
            field("failed", &TokenImport::failed, "Records that could not be read or taken."),
            field("resumable", &TokenImport::resumable,
                  "It was interrupted with records left that can be imported without the file.")
                .orDefault(),
            field("code", &TokenImport::code, "Why the whole file was refused; may be empty.").orDefault(),
            field("cause", &TokenImport::cause, "The same in English; may be empty.").orDefault(),
            field("cure", &TokenImport::cure, "What to do about it, in English; may be empty.").orDefault(),
            field("rows", &TokenImport::rows, "An outcome for every record; none while the job runs.")
                .length(0, 100000));
    }
};

} // namespace holdfast::contract
