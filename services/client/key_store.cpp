// SPDX-License-Identifier: Apache-2.0
#include "services/client/key_store.h"

#include <QPromise>
#include <qt6keychain/keychain.h>

namespace holdfast::client {

using contract::Result;
using contract::Secret;

namespace {

contract::Error errorOf(const QKeychain::Job& job)
{
    contract::Error error {contract::ErrorKind::Unavailable, QStringLiteral("keychain_failed"),
                           QStringLiteral("The keychain did not work.")};
    error.internal = job.errorString();
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        error.code = QStringLiteral("keychain_denied");
        error.detail = QStringLiteral("The keychain is locked or refused.");
        break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        error.code = QStringLiteral("no_keychain");
        error.detail = QStringLiteral("There is no keychain on this desktop.");
        break;
    default:
        break;
    }
    return error;
}

// Runs a job to its end. It deletes itself; the promise ends whatever happens to it.
template <class T, class Job, class Read>
QFuture<Result<T>> run(Job* job, Read read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, read, job] {
        promise->addResult(read(*job));
        promise->finish();
    });
    job->start();
    return future;
}

Result<std::monostate> ended(const QKeychain::Job& job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound) {
        return contract::Unexpected(errorOf(job));
    }
    return std::monostate {};
}

} // namespace

KeychainStore::KeychainStore(QString service)
    : m_service(std::move(service))
{ }

QFuture<Result<std::optional<Secret>>> KeychainStore::read(const QString& name)
{
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(name);
    return run<std::optional<Secret>>(job,
                                      [](QKeychain::ReadPasswordJob& done) -> Result<std::optional<Secret>> {
                                          if (done.error() == QKeychain::EntryNotFound) {
                                              return std::optional<Secret>();
                                          }
                                          if (done.error() != QKeychain::NoError) {
                                              return contract::Unexpected(errorOf(done));
                                          }
                                          QByteArray bytes = done.binaryData();
                                          Secret secret {QByteArrayView(bytes)};
                                          bytes.fill('\0');
                                          return std::optional(std::move(secret));
                                      });
}

QFuture<Result<std::monostate>> KeychainStore::write(const QString& name, const Secret& value)
{
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    job->setBinaryData(value.reveal().toByteArray());
    return run<std::monostate>(job, [](QKeychain::WritePasswordJob& done) { return ended(done); });
}

QFuture<Result<std::monostate>> KeychainStore::remove(const QString& name)
{
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    return run<std::monostate>(job, [](QKeychain::DeletePasswordJob& done) { return ended(done); });
}

} // namespace holdfast::client
