# The bot alone, without the tools for tests. Not run in our CI: no Docker there.
FROM python:3.11-slim

WORKDIR /app
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --require-hashes -r requirements.lock

COPY bot ./bot
COPY intake ./intake
COPY jkp ./jkp
COPY labour_market ./labour_market
COPY matching ./matching
COPY training_catalog ./training_catalog

RUN useradd --create-home --uid 1000 kerjalagi && mkdir /data && chown kerjalagi /data
USER kerjalagi
ENV KERJALAGI_DATA_FOLDER=/data PYTHONPATH=/app PYTHONUNBUFFERED=1
VOLUME /data

ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
