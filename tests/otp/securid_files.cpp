// SPDX-License-Identifier: Apache-2.0
#include "tests/otp/securid_files.h"

#include "tests/support/process.h"

#include <QTemporaryFile>

namespace holdfast::testing {

using namespace Qt::StringLiterals;

namespace {

class FileOf
{
public:
    explicit FileOf(const QByteArray& content)
    {
        if (m_file.open()) {
            m_file.write(content);
            m_file.close();
        }
    }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    QTemporaryFile m_file;
};

QByteArray templateOf(const SdtidFields& fields)
{
    QByteArray xml = "<?xml version=\"1.0\"?>\n<TKNBatch><TKNHeader>";
    for (const auto& [name, value] : fields) {
        xml += '<' + name + '>' + value + "</" + name + '>';
    }
    return xml + "</TKNHeader></TKNBatch>\n";
}

} // namespace

otp::SdtidReaderOptions sdtidOptions()
{
    otp::SdtidReaderOptions options;
    options.program = programPath("holdfast-sdtid-reader");
    return options;
}

QByteArray issueSdtid(const SdtidFields& fields, const QString& password)
{
    const FileOf model(templateOf(fields));
    QStringList arguments {u"issue"_s, u"--template=%1"_s.arg(model.path())};
    if (!password.isEmpty()) {
        arguments << u"--new-password=%1"_s.arg(password);
    }
    return runTool(u"stoken"_s, arguments).output;
}

QByteArray sdtidBatch(int count, const QString& password)
{
    const FileOf model(templateOf({{"Secret", "Fqjpf7UNTPhECEZFSLEnbQ=="}, {"DefDeath", "2038/01/01"}}));
    QByteArray batch;
    for (int i = 0; i < count; ++i) {
        const FileOf single(issueSdtid());
        QStringList arguments {u"export"_s, u"--sdtid"_s, u"--file=%1"_s.arg(single.path()),
                               u"--template=%1"_s.arg(model.path())};
        if (!password.isEmpty()) {
            arguments << u"--new-password=%1"_s.arg(password);
        }
        const QByteArray exported = runTool(u"stoken"_s, arguments).output;
        const qsizetype start = exported.indexOf("<TKN>");
        const qsizetype end = exported.indexOf("<TKNTrailer>");
        if (i == 0) {
            batch = exported.first(start);
        }
        batch += exported.sliced(start, end - start);
        if (i == count - 1) {
            batch += exported.sliced(end);
        }
    }
    return batch;
}

QByteArray stokenCode(const QByteArray& file, qint64 unixTime, const QString& pin, const QString& password)
{
    const FileOf token(file);
    QStringList arguments {u"tokencode"_s, u"--file=%1"_s.arg(token.path()), u"--use-time=%1"_s.arg(unixTime),
                           u"--pin=%1"_s.arg(pin), u"--force"_s};
    if (!password.isEmpty()) {
        arguments << u"--password=%1"_s.arg(password);
    }
    return runTool(u"stoken"_s, arguments).output.trimmed();
}

} // namespace holdfast::testing
