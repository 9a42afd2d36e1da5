// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/server_options.h"

#include "app/holdfastd/listen_address.h"
#include "services/authentication/api/log_switch.h"
#include "services/http/router.h"

#include <QFileInfo>

namespace holdfast::daemon {

using contract::Result;

namespace {

Result<QByteArray> readPem(const Options& options, const char* flag)
{
    QFile file(options.value(flag));
    if (!options.has(flag)) {
        return QByteArray();
    }
    constexpr qint64 largest = 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest) {
        return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("certificate_invalid"),
                                 QStringLiteral("%1 cannot be read.").arg(file.fileName()));
    }
    return file.readAll();
}

Result<void> checkListen(const QString& text)
{
    return parseListenAddress(text).map([](const ListenAddress&) {});
}

Result<void> checkReadable(const QString& path)
{
    if (QFileInfo(path).isReadable()) {
        return {};
    }
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("certificate_invalid"),
                             QStringLiteral("%1 cannot be read.").arg(path));
}

} // namespace

QList<Flag> serverFlags()
{
    return {
        {"listen", "ADDRESS:PORT", "Where to listen; port 0 picks a free one. 127.0.0.1:8443 by default.",
         false, &checkListen},
        {"tls-certificate", "FILE", "PEM chain; needed for any address but a loopback one.", false,
         &checkReadable},
        {"tls-key", "FILE", "PEM key of the certificate.", false, &checkReadable},
        {"public-name", "NAME",
         "A name that clients may call it by, besides the certificate's; may be repeated.", true},
        {"log-level", "LEVEL",
         "debug, info, warning or critical, for all or as CATEGORY=LEVEL; may be repeated. info by default.",
         true, &authentication::LogSwitch::checkLevel}};
}

Result<http::ServerOptions> serverOptions(const Options& options)
{
    http::ServerOptions server;
    const auto listen = parseListenAddress(options.value("listen", QStringLiteral("127.0.0.1:8443")));
    const auto certificate = readPem(options, "tls-certificate");
    const auto key = readPem(options, "tls-key");
    for (const contract::Error* fault :
         {listen ? nullptr : &listen.error(), certificate ? nullptr : &certificate.error(),
          key ? nullptr : &key.error()}) {
        if (fault != nullptr) {
            return contract::Unexpected(*fault);
        }
    }
    if (certificate->isEmpty() != key->isEmpty()) {
        return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("usage"),
                                 QStringLiteral("--tls-certificate and --tls-key go together."));
    }
    server.address = listen->address;
    server.port = listen->port;
    server.certificatePem = *certificate;
    server.keyPem = *key;
    server.publicNames = options.values("public-name");
    return server;
}

Result<void> tryServer(http::ServerOptions options)
{
    options.port = 0; // the one that is configured may be in use by the service itself
    http::Router router;
    http::Server server(std::move(options), router);
    const auto started = server.start();
    server.stop();
    return started ? Result<void>() : Result<void>(contract::Unexpected(started.error()));
}

} // namespace holdfast::daemon
