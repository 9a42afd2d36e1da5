// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/mail_sender.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QRandomGenerator>

#include <csignal>
#include <curl/curl.h>
#include <mutex>
#include <unistd.h>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::failure;

namespace {

constexpr long connectSeconds = 10;
constexpr long wholeSeconds = 60;
constexpr qsizetype mostSubject = 200; // characters

// OpenSSL writes without MSG_NOSIGNAL, and CURLOPT_NOSIGNAL leaves that to us.
void blockBrokenPipes()
{
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
}

using Handle = std::unique_ptr<CURL, void (*)(CURL*)>;
using Mime = std::unique_ptr<curl_mime, void (*)(curl_mime*)>;

// A list of lines for libcurl.
class Lines
{
public:
    Lines() = default;
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;
    ~Lines() { curl_slist_free_all(m_first); }
    void add(const QByteArray& line) { m_first = curl_slist_append(m_first, line.constData()); }
    [[nodiscard]] curl_slist* first() const { return m_first; }

private:
    curl_slist* m_first = nullptr;
};

QByteArray ownName()
{
    std::array<char, 256> name {};
    QByteArray host =
        ::gethostname(name.data(), name.size() - 1) == 0 ? QByteArray(name.data()) : QByteArray();
    for (char& c : host) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.';
        c = plain ? c : '-';
    }
    return host.isEmpty() ? QByteArray("localhost") : host;
}

QByteArray dateOf(contract::Timestamp at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(at), Qt::UTC);
    return QLocale::c().toString(moment, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " +0000";
}

QByteArray messageId()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return '<' + QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex() + '@'
        + ownName() + '>';
}

void addHeaders(Lines& headers, const MailServer& server, const MailMessage& message, contract::Timestamp now)
{
    headers.add("Date: " + dateOf(now));
    headers.add("From: " + server.sender.toLatin1());
    headers.add("To: " + message.recipients.join(QStringLiteral(",\r\n ")).toLatin1());
    headers.add("Subject: " + mailHeaderText(message.subject));
    headers.add("Message-ID: " + messageId());
    headers.add("Auto-Submitted: auto-generated"); // RFC 3834: nobody's absence answers it
}

Mime mimeOf(CURL* curl, const MailMessage& message)
{
    Mime mime(curl_mime_init(curl), curl_mime_free);
    const bool attached = !message.attachment.isEmpty() && QFile::exists(message.attachment);
    QString text = message.body;
    if (!message.attachment.isEmpty() && !attached) {
        text += QStringLiteral("\nThe file is not kept any more, so it is not attached.\n");
    }
    curl_mimepart* body = curl_mime_addpart(mime.get());
    const QByteArray utf8 = text.replace(QLatin1Char('\n'), QLatin1String("\r\n")).toUtf8();
    curl_mime_data(body, utf8.constData(), static_cast<size_t>(utf8.size()));
    curl_mime_type(body, "text/plain; charset=utf-8");
    curl_mime_encoder(body, "quoted-printable");
    if (attached) {
        curl_mimepart* part = curl_mime_addpart(mime.get());
        curl_mime_filedata(part, QFile::encodeName(message.attachment).constData());
        curl_mime_filename(part, message.attachmentName.toUtf8().constData());
        curl_mime_type(part, message.attachmentType.constData());
        curl_mime_encoder(part, "base64");
    }
    return mime;
}

// Not zero: libcurl gives up. It asks once a second at least, whatever the server does.
int isStopped(void* stopped, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<const std::atomic<bool>*>(stopped) ? 1 : 0;
}

void setServer(CURL* curl, const MailServer& server)
{
    const bool tls = server.security == MailServer::Security::Tls;
    const QByteArray url = (tls ? "smtps://" : "smtp://") + shownName(server).toLatin1() + '/' + ownName();
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // whatever the environment says
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, wholeSeconds);
    if (server.security != MailServer::Security::None) {
        curl_easy_setopt(curl, CURLOPT_USE_SSL, CURLUSESSL_ALL);
        curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    }
    if (!server.authorities.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr); // in place of the system's, not besides them
        curl_easy_setopt(curl, CURLOPT_CAINFO, QFile::encodeName(server.authorities).constData());
    }
    if (!server.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.reveal().toByteArray().constData());
    }
}

contract::Unexpected faultOf(CURLcode code, const QString& server, const char* words)
{
    const QString why = QString::fromUtf8(*words != '\0' ? words : curl_easy_strerror(code));
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return failure(
            ErrorKind::Unavailable, QStringLiteral("mail_certificate"),
            QStringLiteral("The certificate of the mail server %1 is not trusted: %2.").arg(server, why));
    case CURLE_LOGIN_DENIED:
        return failure(
            ErrorKind::Unavailable, QStringLiteral("mail_sign_in"),
            QStringLiteral("The mail server %1 does not take smtp-user and its password.").arg(server));
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_QUOTE_ERROR:
        return failure(ErrorKind::Unavailable, QStringLiteral("mail_refused"),
                       QStringLiteral("The mail server %1 did not take the message: %2.").arg(server, why));
    default:
        return failure(ErrorKind::Unavailable, QStringLiteral("mail_unreachable"),
                       QStringLiteral("The mail server %1 cannot be reached: %2.").arg(server, why));
    }
}

} // namespace

QByteArray mailHeaderText(const QString& text)
{
    QString line = text.left(mostSubject);
    bool ascii = true;
    for (QChar& c : line) {
        c = c.isPrint() ? c : QLatin1Char(' ');
        ascii = ascii && c.unicode() < 0x80;
    }
    if (ascii) {
        return line.toLatin1();
    }
    constexpr int mostInWord = 10; // characters: 40 bytes at most, so that a word stays within 75
    QByteArrayList words;
    const auto characters = line.toUcs4();
    for (qsizetype at = 0; at < characters.size(); at += mostInWord) {
        const auto part = characters.mid(at, mostInWord);
        const QString piece =
            QString::fromUcs4(reinterpret_cast<const char32_t*>(part.constData()), part.size());
        words << "=?utf-8?B?" + piece.toUtf8().toBase64() + "?=";
    }
    return words.join("\r\n ");
}

MailSender::MailSender(MailServer server)
    : m_server(std::move(server))
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

contract::Result<void> MailSender::send(const MailMessage& message, contract::Timestamp now) const
{
    blockBrokenPipes();
    const Handle curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl) {
        return failure(ErrorKind::Internal, QStringLiteral("mail_unreachable"),
                       QStringLiteral("E-mail cannot be prepared."));
    }
    setServer(curl.get(), m_server);
    Lines headers;
    addHeaders(headers, m_server, message, now);
    Lines recipients;
    for (const QString& recipient : message.recipients) {
        recipients.add('<' + recipient.toLatin1() + '>');
    }
    const Mime mime = mimeOf(curl.get(), message);
    std::array<char, CURL_ERROR_SIZE> words {};
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, words.data());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ('<' + m_server.sender.toLatin1() + '>').constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.first());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L); // the others get it all the same
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.first());
    curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, mime.get());
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &isStopped);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &m_stopped);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) {
        return faultOf(code, shownName(m_server), words.data());
    }
    return {};
}

} // namespace holdfast::authentication
