/** Id of the part of the settings that holds the API key. */
export const apiKeyField = 'api-key'
