"""Logs, traces and metrics by Powertools: install the extra `powertools` of this package to use it."""

from __future__ import annotations

from aws_lambda_powertools import Logger, Metrics, Tracer

from .._support.handler import ApiRequest, ChainedRequest
from ..response import AnyResponse

__all__ = ["LoggingInterceptor", "MetricsInterceptor", "TracingInterceptor"]

_logger = Logger()
_tracer = Tracer()
_metrics = Metrics()


class LoggingInterceptor:
    """Logs with Powertools: the Lambda context and the operation are on every line."""

    @staticmethod
    def intercept(request: ChainedRequest) -> AnyResponse:
        """Runs around a handler."""
        context = request.context
        _logger.append_keys(
            operation_id=request.interceptor_context["operation_id"],
            function_name=context.function_name,
            function_memory_size=context.memory_limit_in_mb,
            function_arn=context.invoked_function_arn,
            function_request_id=context.aws_request_id,
        )
        request.interceptor_context["logger"] = _logger
        try:
            return request.chain.next(request)
        finally:
            _logger.remove_keys(["operation_id"])

    @staticmethod
    def get_logger(request: ApiRequest[object, object]) -> Logger:
        """The logger of a request."""
        return _logger


class TracingInterceptor:
    """Traces each request as a subsegment of its own."""

    @staticmethod
    def intercept(request: ChainedRequest) -> AnyResponse:
        """Runs around a handler."""
        operation_id = str(request.interceptor_context["operation_id"])
        with _tracer.provider.in_subsegment(name=f"## {operation_id}") as segment:
            _tracer.put_annotation("Service", _tracer.service)
            try:
                return request.chain.next(request)
            except Exception as error:
                segment.put_metadata(key=f"{operation_id} error", value=error)
                raise

    @staticmethod
    def get_tracer(request: ApiRequest[object, object]) -> Tracer:
        """The tracer of a request."""
        return _tracer


class MetricsInterceptor:
    """Publishes the metrics that a handler adds, with the operation as a dimension."""

    @staticmethod
    def intercept(request: ChainedRequest) -> AnyResponse:
        """Runs around a handler."""
        _metrics.add_dimension("operationId", str(request.interceptor_context["operation_id"]))
        try:
            return request.chain.next(request)
        finally:
            _metrics.flush_metrics()

    @staticmethod
    def get_metrics(request: ApiRequest[object, object]) -> Metrics:
        """The metrics of a request."""
        return _metrics
